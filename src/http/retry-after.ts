const number = /^\d+(\.\d+)?$/

/**
 * How many milliseconds a server asks to be left alone, by `Retry-After` in seconds or as an HTTP date (RFC 9110, section
 * 10.2.3), or by the milliseconds that some send; undefined where it doesn't, or not readably. `now` is in milliseconds since 1970.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after') ?? ''
  const milliseconds = headers.get('retry-after-ms') ?? ''
  if (number.test(milliseconds)) return Number(milliseconds)
  if (number.test(value)) return Number(value) * 1000
  // Date.parse reads a date into almost anything, even `-5`: an HTTP date starts with a weekday, and has a time.
  if (!/^[a-z].*:/i.test(value)) return undefined
  // By the server's own clock, where it can be seen: ours may be off.
  const wait = Date.parse(value) - (Date.parse(headers.get('date') ?? '') || now)
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
