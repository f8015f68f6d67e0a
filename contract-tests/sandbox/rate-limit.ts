/** Tells how many milliseconds a caller has to wait, or 0 when it may go on. */
export type RateLimit = (now: number) => number

/** Lets so many requests through in each second that begins with the first of them. */
export function createRateLimit(perSecond: number): RateLimit {
  let windowStart = Number.NEGATIVE_INFINITY
  let count = 0
  return (now) => {
    if (now - windowStart >= 1_000) {
      windowStart = now
      count = 0
    }
    count += 1
    return count <= perSecond ? 0 : windowStart + 1_000 - now
  }
}
