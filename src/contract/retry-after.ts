/**
 * How long a server asks to be left alone: `Retry-After` in seconds or as an HTTP date (RFC 9110, section 10.2.3).
 * Milliseconds from `now` (a Unix time); undefined when the header is absent or says neither.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
