import { stderr } from 'node:process'
import type { Retry } from '../../index.ts'
import { showProgress } from '../progress.ts'
import { createRetryNotice } from '../retry-notice.ts'
import { countOf, progressLine } from '../text/words.ts'
import type { Progress } from './export-state.ts'

/** What people see while an export runs. */
export interface ExportProgress {
  begin(): void
  onPage(progress: Progress): void
  onRetry(retry: Retry): void
  /** Says something that stays. */
  say(text: string): void
  /** Milliseconds since it began. */
  elapsed(): number
  end(): void
}

/** The least time between two pictures of a progress line, in milliseconds. */
const frame = 100

/** Shows how far an export is, on a terminal; and where it goes on, and what it waits long for, in any case. */
export function createExportProgress(now: () => number, wanted: boolean): ExportProgress {
  const start = now()
  const line = showProgress(wanted)
  const tellRetry = createRetryNotice(line)
  let before: number | undefined
  let shownAt = Number.NEGATIVE_INFINITY
  let last = 'waiting for the first page'
  const say = (text: string) => {
    line.clear()
    stderr.write(`${text}\n`)
  }
  return {
    say,
    begin: () => line.show(last),
    onPage(progress) {
      if (before === undefined) {
        before = progress.count
        if (before === 0) return
        say(`Going on after ${countOf(before)}.`)
        return
      }
      last = progressLine(progress, before, now() - start)
      if (now() - shownAt < frame) return
      shownAt = now()
      line.show(last)
    },
    onRetry: (retry) => tellRetry(retry, last),
    elapsed: () => now() - start,
    end: () => line.clear(),
  }
}
