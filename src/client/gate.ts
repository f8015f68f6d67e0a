import { sleep } from './wait.ts'

/** Lets the requests of one walk through, and holds them all when the server asks for a pause. */
export interface Gate {
  /** Does the work after any pause. */
  pass<T>(signal: AbortSignal | null | undefined, work: () => Promise<T>): Promise<T>
  /** Starts a pause of `delay` milliseconds; for a while after it, requests go one by one. */
  hold(delay: number): void
}

/** After so many requests without a pause they go together again. */
const untilTrusted = 16

export function createGate(): Gate {
  let opensAt = 0
  let oneByOne = 0
  let last: Promise<unknown> = Promise.resolve()

  return {
    pass(signal, work) {
      const inTime = async () => {
        for (;;) {
          signal?.throwIfAborted()
          const wait = opensAt - Date.now()
          if (wait <= 0) break
          await sleep(wait, signal)
        }
        oneByOne--
        return work()
      }
      if (oneByOne <= 0) return inTime()
      const result = last.then(inTime)
      last = result.catch(() => {})
      return result
    },
    hold(delay) {
      opensAt = Math.max(opensAt, Date.now() + delay)
      oneByOne = untilTrusted
    },
  }
}
