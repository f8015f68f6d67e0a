import { stderr } from 'node:process'
import type { Retry } from '../index.ts'
import type { ProgressLine } from './progress.ts'

/** How long a wait goes unannounced in a log, in milliseconds. */
const patience = 5_000

/**
 * Tells why the next attempt is waited for, and how long: on a terminal in the line of progress, behind what it says so far;
 * elsewhere in a line of its own on stderr when the wait is long, so that a log doesn't fall silent.
 */
export function tellRetry(line: ProgressLine, { attempt, delay, error }: Retry, progress: string): void {
  const reason = error.status === undefined ? error.code.replaceAll('_', ' ') : `status ${error.status}`
  const next = `${reason}, attempt ${attempt + 1} in ${(delay / 1000).toFixed(1)} s`
  if (stderr.isTTY) line.show(`${progress} (${next})`)
  else if (delay >= patience) stderr.write(`Waiting: ${next}.\n`)
}
