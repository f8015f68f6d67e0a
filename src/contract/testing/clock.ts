import { type Clock, systemClock } from '../clock.ts'

/** A clock whose time passes only by sleeping: nobody waits, but for what never comes. */
export interface TestClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[]
}

export function testClock(): TestClock {
  let time = 0
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      waits.push(milliseconds)
      time += milliseconds
    },
    after: systemClock.after,
  }
}
