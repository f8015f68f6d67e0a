import { defaults, type Retry } from '../../index.ts'
import type { Progress } from './export-state.ts'

/**
 * How often an export sends a request: enough for a server that restarts, or counts requests by the minute. By chance the waits are
 * anything up to twice their mean: to be longer than a minute nearly always, they have to be nearly two on average.
 */
export const patientAttempts = 15

export interface Patience {
  /** Throws the error when it is not worth another attempt, which ends the call. */
  onRetry(retry: Retry): void
  onFirstPage(): void
  onPage(progress: Progress): void
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
    // Where it goes on, pages came before.
    onPage({ page }) {
      hasPage ||= page > 0
    },
  }
}
