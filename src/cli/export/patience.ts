import { defaults, type Retry } from '../../index.ts'

/**
 * How often an export sends a request: enough for a server that restarts, or counts requests by the minute. By chance the waits are
 * anything up to twice their mean: to be longer than a minute nearly always, they have to be nearly two on average.
 */
export const patientAttempts = 15

export interface Patience {
  /** Throws the error when it is not worth another attempt, which ends the call. */
  onRetry(retry: Retry): void
  /** To be told when the server has given a page, now or to an earlier part of the export. */
  onFirstPage(): void
}

/** Asks a server that never gave a page only as often as the client does by default: it is more likely at another address. */
export function createPatience(): Patience {
  let hasPage = false
  return {
    onRetry({ attempt, error }) {
      if (!hasPage && attempt >= defaults.retry.attempts) throw error
    },
    onFirstPage() {
      hasPage = true
    },
  }
}
