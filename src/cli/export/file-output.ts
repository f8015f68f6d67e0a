import { formats } from '../formats/index.ts'
import { createCheckpoint } from './checkpoint.ts'
import { readEarlierExport } from './export-state.ts'
import { readExportedKeys } from './exported-keys.ts'
import { type Paths, putInPlace, refuseExisting, remove, removeUnfinished } from './files.ts'
import { lock } from './lock.ts'
import type { Output } from './output.ts'
import { createPart, reopenPart } from './part-file.ts'
import type { ExportRequest, RequestName } from './request.ts'

export interface FileOutputOptions {
  paths: Paths
  request: ExportRequest
  /** What of the request was asked for, so that it doesn't give way to what an interrupted export had. */
  given: ReadonlySet<RequestName>
  /** Go on where an interrupted export stopped, if there is one. */
  resume: boolean
  /** Overwrite the file, and without `resume` an unfinished one too. */
  force: boolean
  /** Milliseconds on any clock that doesn't jump. */
  now: () => number
}

/**
 * A file that is there only when it is complete. Until then everything is in an unfinished one beside it, with a record of
 * how far it is. Nothing is touched before the lock is held. Rejects with a UsageError when it can't begin.
 */
export async function openFileOutput(options: FileOutputOptions): Promise<Output> {
  const { paths } = options
  const release = await lock(paths.lock, paths.name)
  try {
    return await openLocked(options, release)
  } catch (error) {
    await release()
    throw error
  }
}

async function openLocked(
  { paths, request, given, resume, force, now }: FileOutputOptions,
  release: () => Promise<void>,
): Promise<Output> {
  await refuseExisting(paths, force)
  const earlier = resume ? await readEarlierExport(paths, request, given) : undefined
  const format = formats[request.format]
  const keys = earlier && (await readExportedKeys(paths.part, earlier, format))
  if (!earlier && (resume || force)) await removeUnfinished(paths)
  const part = earlier ? await reopenPart(paths.part, earlier.bytes) : await createPart(paths.part)
  // A record without its file means nothing, and must not come to mean this one.
  if (!earlier) await remove(paths.state)
  const checkpoint = createCheckpoint({ part, statePath: paths.state, earlier, now })
  return {
    earlier,
    get size() {
      return part.size
    },
    isKnown: (id) => keys?.has(format.keyOf(id) ?? '') ?? false,
    append: part.append,
    pageDone: checkpoint.pageDone,
    async complete() {
      await part.sync()
      await part.close()
      await putInPlace(paths)
      await release()
    },
    async abandon() {
      const { state } = checkpoint
      // On a full disk the half of a page that fits has to make room, and what was recorded before still holds.
      if (state && state.count > 0)
        await part
          .truncate(state.bytes)
          .then(checkpoint.save)
          .catch(() => {})
      await part.close()
      if (!checkpoint.recorded) await removeUnfinished(paths)
      await release()
      return checkpoint.recorded
    },
  }
}
