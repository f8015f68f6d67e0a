import type { Answer } from './answer.ts'
import { type AttemptSettings, AttemptTimeout, attempt, type Outgoing } from './attempt.ts'
import { checkUrl } from './check-url.ts'
import { ChatError } from './errors/chat-error.ts'
import { apiError, connectionError, isRedirect, responseError, timeoutError } from './failures.ts'
import type { Gate } from './gate.ts'
import { BodyTooLarge } from './read-body.ts'
import { backoff, isTemporary, type RetryOptions, retryAfter } from './retry-delay.ts'
import { sleep } from './sleep.ts'
import { withTimeLimit } from './time-limit.ts'

/** A failed attempt that is about to be repeated. */
export interface Retry {
  /** The number of the attempt that failed, counted from 1. */
  attempt: number
  /** How long the client waits before the next, in milliseconds. */
  delay: number
  /** Why it failed. */
  error: ChatError
}

export interface SendSettings extends AttemptSettings {
  baseUrl: string
  totalTimeout: number | undefined
  retry: { [K in keyof RetryOptions]-?: number }
  onRetry: ((retry: Retry) => void) | undefined
}

/** How a call went so far. */
interface Progress {
  attempts: number
  lastError?: ChatError
}

/**
 * Sends a request until it is answered for good; that answer may still be an error by its status. Rejects with the
 * reason of the request's signal when that aborts, and with a ChatError when there is no whole answer.
 */
export async function send(request: Outgoing, settings: SendSettings, gate?: Gate): Promise<Answer> {
  const progress: Progress = { attempts: 0 }
  const { totalTimeout, clock } = settings
  checkUrl(request.url, settings.baseUrl)
  if (totalTimeout === undefined) return insist(request, settings, progress, gate)
  const late = () => timeoutError(request, progress.attempts, totalTimeout, progress.lastError)
  return withTimeLimit(totalTimeout, request.signal, clock, late, (signal) =>
    insist({ ...request, signal }, settings, progress, gate),
  )
}

async function insist(request: Outgoing, settings: SendSettings, progress: Progress, gate?: Gate): Promise<Answer> {
  const { signal } = request
  const { retry, clock, onRetry } = settings
  for (;;) {
    signal?.throwIfAborted()
    const result = await tryOnce(request, settings, progress, gate)
    const answer = 'response' in result ? result : undefined
    if (answer && !isTemporary(answer.response.status)) return answer

    const asked = answer && retryAfter(answer.response.headers, clock)
    const error = 'response' in result ? apiError(result) : result
    if (progress.attempts >= retry.attempts || (asked ?? 0) > retry.maxRetryAfter) {
      if (answer) return answer
      throw error
    }
    const delay = Math.max(asked ?? 0, backoff(progress.attempts, retry, clock.random()))
    progress.lastError = error
    onRetry?.({ attempt: progress.attempts, delay, error })
    if (gate && (asked !== undefined || error.status === 429)) gate.hold(delay)
    else await sleep(delay, signal, clock)
  }
}

/** One attempt. Gives an answer, or an error that may not come again; rejects with one that will. */
async function tryOnce(
  request: Outgoing,
  settings: SendSettings,
  progress: Progress,
  gate?: Gate,
): Promise<Answer | ChatError> {
  const once = () => {
    progress.attempts++
    return attempt(request, settings)
  }
  try {
    const received = await (gate ? gate.pass(request.signal, once) : once())
    const answer = { ...received, request, attempts: progress.attempts }
    if (isRedirect(received.response)) throw apiError(answer)
    return answer
  } catch (reason) {
    const { attempts } = progress
    request.signal?.throwIfAborted()
    if (reason instanceof ChatError) throw reason
    if (reason instanceof AttemptTimeout) return timeoutError(request, attempts, settings.timeout)
    if (!(reason instanceof BodyTooLarge)) return connectionError(request, attempts, reason)
    const { response } = reason
    throw responseError({ request, response, attempts }, `with a body of more than ${settings.maxBodyBytes} bytes`)
  }
}
