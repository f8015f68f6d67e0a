import { setTimeout as wait } from 'node:timers/promises'

/** Time, handed in so that a server can be slow on purpose without anybody waiting for it. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  // An answer that is held back keeps no process from ending.
  sleep: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
}
