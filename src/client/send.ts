import { type AttemptSettings, attempt, type Outgoing, OutOfTime } from './attempt.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import { ChatError } from './errors/chat-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { ChatTimeoutError } from './errors/chat-timeout-error.ts'
import { type Answer, apiError, failure, isRedirect, tokenOf } from './failures.ts'
import type { Gate } from './gate.ts'
import { redactCause } from './redact.ts'
import { backoff, isTemporary, type RetryOptions, retryAfter } from './retry-delay.ts'
import { sleep } from './wait.ts'

/** A failed attempt that is about to be repeated. */
export interface Retry {
  /** The number of the attempt that failed, counted from 1. */
  attempt: number
  /** How long the client waits before the next, in milliseconds. */
  delay: number
  /** Why it failed. */
  error: ChatError
}

export interface SendSettings extends AttemptSettings, Record<keyof RetryOptions, number> {
  baseUrl: string
  timeout: number
  totalTimeout: number
  onRetry: ((retry: Retry) => void) | undefined
}

/**
 * Sends a request until it is answered for good; that answer may still be an error by its status. Rejects with the
 * reason of the request's signal when that aborts, and with a ChatError when there is no whole answer.
 */
export async function send(request: Outgoing, settings: SendSettings, gate?: Gate): Promise<Answer> {
  const { signal, url } = request
  const { baseUrl, timeout, totalTimeout, maxRetryAfter, onRetry } = settings
  // Whoever made the request: the token is for nobody else, and a parameter that was left out stays behind as braces.
  if (!url.startsWith(`${baseUrl}/`) || /^[^?]*(?:\{|%7B)/i.test(url)) {
    throw new ChatConfigurationError('the request leaves baseUrl, or lacks organization_id')
  }
  const deadline = Date.now() + totalTimeout
  for (let attempts = 1; ; attempts++) {
    signal?.throwIfAborted()
    const limit = Math.min(timeout, deadline - Date.now())
    const once = () => attempt(request, settings, limit)
    let answer: Answer | undefined
    let error: ChatError
    let asked: number | undefined
    try {
      answer = { ...(await (gate ? gate.pass(signal, once) : once())), request, attempts }
      if (!isTemporary(answer.response.status)) return checked(answer, settings)
      error = apiError(answer)
      asked = retryAfter(answer.response.headers, Date.now())
    } catch (reason) {
      signal?.throwIfAborted()
      if (reason instanceof ChatError) throw reason
      error =
        reason instanceof OutOfTime
          ? failure(ChatTimeoutError, { request, attempts }, `took longer than ${limit} ms`)
          : failure(ChatConnectionError, { request, attempts }, 'got no whole answer: the connection failed', {
              cause: redactCause(reason, tokenOf(request)),
            })
    }
    const delay = Math.max(asked ?? 0, backoff(attempts, settings.minDelay, settings.maxDelay, Math.random()))
    if (attempts >= settings.attempts || (asked ?? 0) > maxRetryAfter || Date.now() + delay >= deadline) {
      if (answer) return answer
      throw error
    }
    onRetry?.({ attempt: attempts, delay, error })
    if (gate && (asked !== undefined || error.status === 429)) gate.hold(delay)
    else await sleep(delay, signal)
  }
}

/** Refuses what is no answer of the API, whatever its body says. */
function checked(answer: Answer, { maxBodyBytes }: SendSettings): Answer {
  const { response, bytes } = answer
  if (isRedirect(response)) throw apiError(answer)
  if (response.ok && bytes.byteLength > maxBodyBytes) {
    throw failure(
      ChatResponseError,
      answer,
      `answered ${response.status} with a body of more than ${maxBodyBytes} bytes`,
    )
  }
  return answer
}
