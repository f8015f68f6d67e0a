import { stderr } from 'node:process'
import type { Retry } from '../../index.ts'
import { showProgress } from '../progress.ts'
import type { Progress } from './export-state.ts'
import { countOf, progressLine } from './words.ts'

/** What people see while an export runs. */
export interface ExportProgress {
  begin(): void
  onPage(progress: Progress): void
  onRetry(retry: Retry): void
  /** Milliseconds since it began. */
  elapsed(): number
  end(): void
}

/** The least time between two pictures of a progress line, in milliseconds. */
const frame = 100

/** Shows how far an export is, on a terminal; and where it goes on, in any case. */
export function createExportProgress(now: () => number): ExportProgress {
  const start = now()
  const line = showProgress()
  let before: number | undefined
  let shownAt = Number.NEGATIVE_INFINITY
  let last = 'waiting for the first page'
  return {
    begin: () => line.show(last),
    onPage(progress) {
      if (before === undefined) {
        before = progress.count
        if (before === 0) return
        line.clear()
        stderr.write(`Going on after ${countOf(before)}.\n`)
        return
      }
      last = progressLine(progress, before, now() - start)
      if (now() - shownAt < frame) return
      shownAt = now()
      line.show(last)
    },
    onRetry({ attempt, delay, error }) {
      const reason = error.status === undefined ? error.code.replaceAll('_', ' ') : `status ${error.status}`
      line.show(`${last} (${reason}, attempt ${attempt + 1} in ${(delay / 1000).toFixed(1)} s)`)
    },
    elapsed: () => now() - start,
    end: () => line.clear(),
  }
}
