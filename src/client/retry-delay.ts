/** How often to try again, and how long to wait before. */
export interface RetryOptions {
  /** How many times a request is sent at most, the first time included. Default 4. */
  attempts?: number | undefined
  /** The longest wait before the second attempt, in milliseconds; it doubles with each attempt. Default 200. */
  baseDelay?: number | undefined
  /** The longest wait before any attempt, unless the server asks for more, in milliseconds. Default 5,000. */
  maxDelay?: number | undefined
  /** The longest wait that a server may ask for, in milliseconds; when it asks for more, the call fails at once. Default 60,000. */
  maxRetryAfter?: number | undefined
}

/** Statuses that RFC 9110 and RFC 6585 call temporary. */
export const isTemporary = (status: number) => /408|429|50[0234]/.test(String(status))

/** How many milliseconds to wait after an attempt: exponential with full jitter, so that clients don't come back in step. */
export const backoff = (attempt: number, { baseDelay, maxDelay }: Record<'baseDelay' | 'maxDelay', number>) =>
  Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1))
