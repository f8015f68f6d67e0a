import type { Clock } from './clock.ts'
import { onAbort } from './on-abort.ts'

/** Does the work under a signal that aborts with the outer one, or with an error of its own once the time is up. */
export async function withTimeLimit<T>(
  limit: number,
  outer: AbortSignal | undefined,
  clock: Clock,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const cancel = clock.after(limit, () => controller.abort(late()))
  const off = onAbort(outer, () => controller.abort(outer?.reason))
  try {
    return await work(controller.signal)
  } finally {
    cancel()
    off()
  }
}
