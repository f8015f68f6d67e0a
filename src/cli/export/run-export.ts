import type { ChatClient } from '../../index.ts'
import { byteOrderMark } from '../formats/csv.ts'
import { formats } from '../formats/index.ts'
import { type Checkpoint, createCheckpoint } from './checkpoint.ts'
import { readEarlierExport } from './earlier-export.ts'
import type { Progress } from './export-state.ts'
import { readExportedKeys } from './exported-keys.ts'
import { putInPlace, refuseExisting, remove, removeUnfinished, unfinished } from './files.ts'
import { createPart, type PartFile, reopenPart } from './part-file.ts'
import type { Request, RequestName } from './request.ts'
import { findResumePage } from './resume-page.ts'
import { writePages } from './write-pages.ts'

export interface ExportOptions {
  chat: Pick<ChatClient, 'pages' | 'listConversations'>
  /** The file that is there in the end. */
  file: string
  request: Request
  /** What of the request was asked for, so that it doesn't give way to what an interrupted export had. */
  given: ReadonlySet<RequestName>
  /** How many pages are asked for at the same time. */
  concurrency: number
  /** Go on where an interrupted export stopped, if there is one. */
  resume: boolean
  /** Overwrite the file, and without `resume` an unfinished one too. */
  force: boolean
  signal: AbortSignal
  /** Milliseconds on any clock that doesn't jump. */
  now: () => number
  /** Told where it begins, and after each page. */
  onPage(progress: Progress): void
}

/** How an export ended. */
export interface Outcome {
  /** What is in the file, or kept in the unfinished one; undefined where nothing is. */
  progress: Progress | undefined
  /** Why the file isn't complete; absent when it is. */
  error?: unknown
}

/**
 * Writes all conversations to a file that is there only when it is complete. Until then they are in an unfinished file
 * beside it, with a record of how far it is. Rejects with a UsageError when it can't begin.
 */
export async function runExport(options: ExportOptions): Promise<Outcome> {
  const { file, resume, force, given, now, signal, onPage } = options
  const paths = unfinished(file)
  await refuseExisting(file, force)
  const earlier = resume ? await readEarlierExport(file, options.request, given) : undefined
  const request = earlier?.request ?? options.request
  const format = formats[request.format]
  const keys = earlier && (await readExportedKeys(paths.part, earlier, format))
  const part = earlier ? await reopenPart(paths.part, earlier.bytes) : await startPart(paths, resume || force)
  const checkpoint = createCheckpoint({ part, statePath: paths.state, request, earlier, now })
  const isKnown = ({ id }: { id: unknown }) => keys?.has(format.keyOf(id) ?? '') ?? false
  try {
    if (!earlier) await part.append(`${request.bom ? byteOrderMark : ''}${format.open}`)
    onPage(checkpoint.progress)
    const walk = await startWalk(options, request, earlier, isKnown)
    await writePages({ ...walk, format, part, checkpoint, isKnown, onPage })
    signal.throwIfAborted()
    await part.append(format.close(checkpoint.progress.count))
    await part.sync()
    await part.close()
    await putInPlace(file)
    return { progress: checkpoint.progress }
  } catch (error) {
    await keep(part, checkpoint).catch(() => {})
    await part.close()
    if (!checkpoint.recorded) await removeUnfinished(file)
    return { progress: checkpoint.recorded, error }
  }
}

/** Records what is whole. On a full disk the half of a page that fits has to make room, and what was recorded before still holds. */
async function keep(part: PartFile, { progress, save }: Checkpoint): Promise<void> {
  if (progress.count === 0) return
  await part.truncate(progress.bytes)
  await save()
}

async function startPart(paths: { part: string; state: string }, overwrite: boolean) {
  // A record without its file means nothing, and must not come to mean the next one.
  if (overwrite) await remove(paths.state)
  return createPart(paths.part, overwrite)
}

/** The walk through the pages: from the first, or from where an interrupted export stopped. */
async function startWalk(
  { chat, concurrency, signal }: ExportOptions,
  { organization, limit, sortBy, sortDirection }: Request,
  earlier: Progress | undefined,
  isKnown: (conversation: { id: string }) => boolean,
) {
  const query = { limit, sortBy, sortDirection, signal }
  const startPage = earlier
    ? await findResumePage({
        page: earlier.page,
        // Where pages were served out of order the walk goes back by as many as were under way; it may have had to.
        margin: 2 * concurrency,
        readPage: (page) => chat.listConversations(organization, { ...query, page }),
        isKnown,
      })
    : 1
  return { startPage, pages: chat.pages(organization, { ...query, concurrency, startPage }) }
}
