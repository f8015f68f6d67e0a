import { type ExportState, writeState } from './export-state.ts'
import type { PartFile } from './part-file.ts'

export interface Checkpoint {
  /** How far the export is; undefined while there is nothing. */
  readonly state: ExportState | undefined
  /** How far it is by the record; undefined where there is none. */
  readonly recorded: ExportState | undefined
  /** A page is written whole. It is recorded now, or with one of the next pages. */
  pageDone(state: ExportState): Promise<void>
  /** Records what isn't yet. */
  save(): Promise<void>
}

export interface CheckpointOptions {
  part: PartFile
  statePath: string
  /** The record of an interrupted export that goes on. */
  earlier?: ExportState | undefined
  /** Milliseconds on any clock that doesn't jump. */
  now: () => number
}

/** The least time between two records, in milliseconds: each waits for the disk twice. */
const interval = 500

/**
 * Records how far an export is. The file reaches the disk before the record that counts on it, so that the record never
 * claims more than is there.
 */
export function createCheckpoint({ part, statePath, earlier, now }: CheckpointOptions): Checkpoint {
  let recorded = earlier
  let state = earlier
  let recordedAt = Number.NEGATIVE_INFINITY
  const save = async () => {
    if (recorded === state || !state) return
    const current = state
    await part.sync()
    await writeState(statePath, current)
    recorded = current
    recordedAt = now()
  }
  return {
    get state() {
      return state
    },
    get recorded() {
      return recorded
    },
    async pageDone(after) {
      state = after
      if (now() - recordedAt >= interval) await save()
    },
    save,
  }
}
