/** What options are where they are left out. Times are in milliseconds. */
export const defaults = {
  /** Of one attempt. */
  timeout: 30_000,
  /** How many pages of a walk are asked for at the same time. */
  concurrency: 4,
  maxBodyBytes: 64 * 1024 * 1024,
  retry: { attempts: 4, baseDelay: 200, maxDelay: 5_000, maxRetryAfter: 60_000 },
} as const
