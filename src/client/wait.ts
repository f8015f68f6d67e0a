import { onAbort } from './on-abort.ts'

/** The reason of a wait that wasn't ended early. */
export const timeUp = Symbol()

/**
 * Calls back after `delay` milliseconds with `timeUp`, or earlier with the reason of the signal, which must not be aborted
 * yet; returns what cancels both.
 */
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
