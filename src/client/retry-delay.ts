import type { Clock } from './clock.ts'

/** Which failures are tried again, how often, and how long to wait before. */
export interface RetryOptions {
  /** How many times a request is sent at most, the first time included. Default 4. */
  attempts?: number | undefined
  /** The longest wait before the second attempt, in milliseconds; it doubles with each attempt. Default 200. */
  minDelay?: number | undefined
  /** The longest wait before any attempt, unless the server asks for more, in milliseconds. Default 5,000. */
  maxDelay?: number | undefined
  /** The longest wait that a server may ask for, in milliseconds; when it asks for more, the call fails at once. Default 60,000. */
  maxRetryAfter?: number | undefined
}

/** What may succeed when it is tried again: RFC 9110 and RFC 6585 call these temporary. */
export const isTemporary = (status: number) => [408, 429, 500, 502, 503, 504].includes(status)

/** The wait before the attempt after number `attempt`: exponential with full jitter, so that clients don't come back in step. */
export function backoff(
  attempt: number,
  { minDelay, maxDelay }: { minDelay: number; maxDelay: number },
  random: number,
) {
  return random * Math.min(maxDelay, minDelay * 2 ** (attempt - 1))
}

/** How many milliseconds the server asks to wait, if it does so readably: `retry-after-ms`, or `Retry-After` in seconds or as a date. */
export function retryAfter(headers: Headers, clock: Pick<Clock, 'now'>): number | undefined {
  const milliseconds = readNumber(headers.get('retry-after-ms'))
  if (milliseconds !== undefined) return milliseconds
  const value = headers.get('retry-after')
  const seconds = readNumber(value)
  if (seconds !== undefined) return seconds * 1000
  // Date.parse reads a date into almost anything, even `-5`: only what starts like an HTTP date is one.
  if (!value || !/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return undefined
  // By the server's own clock, where it can be seen: ours may be off.
  const wait = Date.parse(value) - (Date.parse(headers.get('date') ?? '') || clock.now())
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

const readNumber = (value: string | null) => (value && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined)
