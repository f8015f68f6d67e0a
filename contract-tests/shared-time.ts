import { setImmediate as turn } from 'node:timers/promises'
import type { Clock as CheckClock } from '../src/contract/index.ts'
import type { Clock } from './sandbox/index.ts'

/**
 * The clocks of a check and of the sandbox that it asks, for tests: time passes only while both have nothing to do but wait, and then
 * at once. So a server that is slow on purpose keeps nobody waiting, and a busy machine makes no answer late.
 *
 * Whoever waits is woken at the end of its wait, and not before: a request that is given up ends at the time at which its
 * answer would have come.
 */
export function sharedTime(): { check: CheckClock; sandbox: Clock } {
  let time = 0
  /** When the waits end that are under way. */
  const ends = new Set<{ at: number }>()
  /** The limits of the requests under way, one for each. */
  const limits = new Set<{ at: number; callback: () => void }>()
  /** How many of these requests have an answer that is held back: the others are being worked on. */
  let held = 0

  async function pass(milliseconds: number): Promise<void> {
    const end = { at: time + milliseconds }
    ends.add(end)
    do await turn()
    while (limits.size > held || [...ends].some(({ at }) => at < end.at))
    ends.delete(end)
    time = Math.max(time, end.at)
    for (const limit of limits) {
      if (limit.at <= time && limits.delete(limit)) limit.callback()
    }
  }
  const now = () => time
  return {
    check: {
      now,
      async sleep(milliseconds, signal) {
        signal?.throwIfAborted()
        await pass(milliseconds)
      },
      after(milliseconds, callback) {
        const limit = { at: time + milliseconds, callback }
        limits.add(limit)
        return () => limits.delete(limit)
      },
    },
    sandbox: {
      now,
      async sleep(milliseconds) {
        held += 1
        await pass(milliseconds)
        held -= 1
      },
    },
  }
}
