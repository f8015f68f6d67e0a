import type { Clock } from './clock.ts'
import { onAbort } from './on-abort.ts'

/** Waits for `delay` milliseconds, or rejects with the signal's reason as soon as it aborts. */
export function sleep(delay: number, signal: AbortSignal | undefined, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const cancel = clock.after(delay, () => {
      off()
      resolve()
    })
    const off = onAbort(signal, () => {
      cancel()
      reject(signal?.reason)
    })
  })
}
