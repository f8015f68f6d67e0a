/** Time and chance, handed in so that tests need neither. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** At least 0, less than 1. */
  random(): number
  /** Calls back once after `delay` milliseconds; returns what calls it off. */
  after(delay: number, callback: () => void): () => void
}

// A longer delay would overflow and fire at once; `Infinity` means never, and 24.8 days is as good.
const longest = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(delay, callback) {
    const timer = setTimeout(callback, Math.min(delay, longest))
    return () => clearTimeout(timer)
  },
}
