import { retryAfter } from '../http/retry-after.ts'
import type { Exchange } from './exchange.ts'

/** The first pause before a request is sent again, in milliseconds; each further one is twice as long. */
const firstPause = 500

/** How many pauses show that a 503 has nothing to do with the pace. */
const mostPauses = 3

/**
 * Tells a refusal for haste from an answer. 429 says so itself, and 503 with Retry-After. A bare 503 may be a limit of the
 * rate (nginx has no other by default) or a failure: it is a limit when the same request fails again at once, and succeeds
 * after a pause. Once that was seen, each bare 503 is met with a pause.
 */
export class Haste {
  /** Bare 503 that were a matter of the pace. */
  readonly refusals: Exchange[] = []
  /** Bare 503 that stayed whatever the pause. */
  #failing = false

  /** Milliseconds to wait before a request is sent again after these answers to it; undefined when the last is its answer. */
  waitAfter(attempts: readonly Exchange[]): number | undefined {
    const answer = attempts.at(-1)?.answer
    if (answer?.status !== 429 && answer?.status !== 503) return undefined
    const tries = attempts.length - 1
    const asked = retryAfter(answer.headers, Date.now())
    if (asked !== undefined || answer.status === 429) return asked ?? firstPause * 2 ** tries
    if (this.refusals.length > 0) return tries < 2 * mostPauses ? firstPause * 2 ** tries : undefined
    if (this.#failing) return undefined
    this.#failing = tries > mostPauses
    return this.#failing ? undefined : tries === 0 ? 0 : firstPause * 2 ** tries
  }

  /** Which of the answers to one request count: the last, and those before it that were failures. The others are refusals. */
  settle(attempts: readonly Exchange[]): Exchange[] {
    const bare = attempts.slice(0, -1).filter(isBare503)
    const paced = !attempts.slice(-1).some(isBare503) && (bare.length > 1 || this.refusals.length > 0)
    if (paced) this.refusals.push(...bare)
    return [...(paced ? [] : bare), ...attempts.slice(-1)]
  }
}

export const isBare503 = ({ answer }: Exchange) => answer?.status === 503 && !answer.headers.has('retry-after')
