import { stderr } from 'node:process'
import type { ProgressLine } from './progress.ts'

/** How long a wait goes unannounced, in milliseconds. */
export const patience = { terminal: 1000, log: 5000 }

export interface WaitNotice {
  /** What is waited for from now on. */
  waitsFor(what: string): void
  stop(): void
}

/**
 * Tells every now and then what is waited for: in the line of progress on a terminal, elsewhere in a line of its own on
 * stderr, so that a log which nobody watches doesn't fall silent either.
 */
export function tellWaits(progress: ProgressLine): WaitNotice {
  let latest: string | undefined
  const tell = () => {
    if (latest === undefined) return
    if (progress.isShown) progress.show(`waiting for ${latest}`)
    else stderr.write(`Waiting for ${latest}\n`)
  }
  const timer = setInterval(tell, progress.isShown ? patience.terminal : patience.log)
  return {
    waitsFor: (what) => {
      latest = what
    },
    stop: () => clearInterval(timer),
  }
}
