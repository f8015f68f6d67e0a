import { onAbort } from './on-abort.ts'

/** Why a wait ended that nothing ended before. */
export const timeUp = Symbol()

/** Calls back after `delay` milliseconds with `timeUp`, or before with the reason of the signal, not aborted yet; returns what calls it off. */
export function wait(
  delay: number,
  signal: AbortSignal | null | undefined,
  done: (reason: unknown) => void,
): () => void {
  const end = (reason: unknown) => {
    cancel()
    done(reason)
  }
  const timer = setTimeout(end, delay, timeUp)
  const off = onAbort(signal, () => end(signal?.reason))
  const cancel = () => {
    clearTimeout(timer)
    off()
  }
  return cancel
}
