import type { Clock } from './clock.ts'
import { onAbort } from './on-abort.ts'
import { sleep } from './sleep.ts'

/** Lets the requests of one walk through, and holds them all when the server asks for a pause. */
export interface Gate {
  /** Does the work in its turn, and after any pause. */
  pass<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>
  /** Starts a pause; after it, requests go one by one until the server has kept up for a while. */
  hold(delay: number): void
}

/** After so many requests in a row without a pause, one more may be under way at the same time. */
const easeAfter = 8

export function createGate(widest: number, clock: Clock): Gate {
  const waiting = new Set<() => void>()
  let width = widest
  let active = 0
  let kept = 0
  let opensAt = 0

  const turn = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const go = () => {
        off()
        active++
        resolve()
      }
      const off = onAbort(signal, () => {
        waiting.delete(go)
        reject(signal?.reason)
      })
      waiting.add(go)
      admit()
    })

  const admit = () => {
    for (const go of waiting) {
      if (active >= width) break
      waiting.delete(go)
      go()
    }
  }

  return {
    async pass(signal, work) {
      await turn(signal)
      try {
        for (let wait = opensAt - clock.now(); wait > 0; wait = opensAt - clock.now()) await sleep(wait, signal, clock)
        const result = await work()
        if (++kept % easeAfter === 0) width = Math.min(widest, width + 1)
        return result
      } finally {
        active--
        admit()
      }
    },
    hold(delay) {
      opensAt = Math.max(opensAt, clock.now() + delay)
      width = 1
      kept = 0
    },
  }
}
