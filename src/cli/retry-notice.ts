import { performance } from 'node:perf_hooks'
import { stderr } from 'node:process'
import type { Retry } from '../index.ts'
import type { ProgressLine } from './progress.ts'
import { patience } from './wait-notice.ts'

/**
 * Tells why the next attempt is waited for, and how long: in the line of progress, behind what it says so far; where nobody
 * sees that, in a line of its own on stderr when the wait is long, so that a log doesn't fall silent.
 */
export function createRetryNotice(line: ProgressLine): (retry: Retry, progress: string) => void {
  let quietUntil = 0
  return ({ attempt, delay, error }, progress) => {
    const reason = error.status === undefined ? error.code.replaceAll('_', ' ') : `status ${error.status}`
    const next = `${reason}, attempt ${attempt + 1} in ${(delay / 1000).toFixed(1)} s`
    if (line.isShown) return line.show(`${progress} (${next})`)
    const now = performance.now()
    // Pages that are under way together wait together.
    if (delay < patience.log || now < quietUntil) return
    quietUntil = now + delay
    stderr.write(`Waiting: ${next}.\n`)
  }
}
