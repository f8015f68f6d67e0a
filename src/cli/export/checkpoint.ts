import { type Progress, writeState } from './export-state.ts'
import type { PartFile } from './part-file.ts'
import type { Request } from './request.ts'

export interface Checkpoint {
  /** How far the export is. */
  readonly progress: Progress
  /** How far it is by the record; undefined where there is none. */
  readonly recorded: Progress | undefined
  /** A page is written whole. It is recorded now, or with one of the next pages. */
  pageDone(progress: Progress): Promise<void>
  /** Records what isn't yet. */
  save(): Promise<void>
}

export interface CheckpointOptions {
  part: PartFile
  statePath: string
  request: Request
  /** The record of an interrupted export that goes on. */
  earlier?: Progress | undefined
  /** Milliseconds on any clock that doesn't jump. */
  now: () => number
}

/** The least time between two records, in milliseconds: each waits for the disk twice. */
const interval = 500

/**
 * Records how far an export is. The file reaches the disk before the record that counts on it, so that the record never
 * claims more than is there.
 */
export function createCheckpoint({ part, statePath, request, earlier, now }: CheckpointOptions): Checkpoint {
  let recorded = earlier
  let progress = earlier ?? { page: 0, count: 0, bytes: 0 }
  let recordedAt = Number.NEGATIVE_INFINITY
  const save = async () => {
    if (recorded === progress) return
    const current = progress
    await part.sync()
    await writeState(statePath, { version: 1, request, ...current })
    recorded = current
    recordedAt = now()
  }
  return {
    get progress() {
      return progress
    },
    get recorded() {
      return recorded
    },
    async pageDone(after) {
      progress = after
      if (now() - recordedAt >= interval) await save()
    },
    save,
  }
}
