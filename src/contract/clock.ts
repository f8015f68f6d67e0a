import { longestTime } from './bounds.ts'

/** Time, handed in so that pacing and time limits can be tested without waiting. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number
  /** Resolves after `milliseconds`; rejects with the signal's reason when it aborts first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Calls back when so many milliseconds have passed, unless the function that it returns is called before. */
  after(milliseconds: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    // A longer wait takes several timers.
    for (let left = milliseconds; ; left -= longestTime) {
      await wait(Math.min(left, longestTime), signal)
      if (left <= longestTime) return
    }
  },
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}

const wait = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    signal?.throwIfAborted()
    const abort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', abort, { once: true })
  })
