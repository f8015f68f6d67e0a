import { onAbort } from './on-abort.ts'

/** Calls back after `delay` milliseconds, or before with true when the signal, not aborted yet, aborts; returns what calls it off. */
export function wait(
  delay: number,
  signal: AbortSignal | null | undefined,
  done: (aborted: boolean) => void,
): () => void {
  const end = (aborted: boolean) => {
    cancel()
    done(aborted)
  }
  const timer = setTimeout(end, delay, false)
  const off = onAbort(signal, () => end(true))
  const cancel = () => {
    clearTimeout(timer)
    off()
  }
  return cancel
}

/** Resolves after `delay` milliseconds, or rejects with the reason as soon as the signal, not aborted yet, aborts. */
export const sleep = (delay: number, signal: AbortSignal | null | undefined) =>
  new Promise<void>((resolve, reject) => {
    wait(delay, signal, (aborted) => (aborted ? reject(signal?.reason) : resolve()))
  })
