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
  // Whoever made the request: the token is for nobody else, and a parameter that was left out stays behind as braces.
  if (!request.url.startsWith(`${settings.baseUrl}/`) || /^[^?]*(?:\{|%7B)/i.test(request.url)) {
    throw new ChatConfigurationError('the request leaves baseUrl, or lacks organization_id')
  }
  let endTurn = await gate?.enter()
  try {
    const deadline = Date.now() + settings.totalTimeout
    for (let attempts = 1; ; attempts++) {
      request.signal?.throwIfAborted()
      await gate?.opened(request.signal)
      const { answer, error, asked } = await tryOnce(request, settings, attempts, deadline)
      if (!error) return answer
      const delay = Math.max(asked ?? 0, backoff(attempts, settings.minDelay, settings.maxDelay, Math.random()))
      if (attempts >= settings.attempts || (asked ?? 0) > settings.maxRetryAfter || Date.now() + delay >= deadline) {
        if (answer) return answer
        throw error
      }
      settings.onRetry?.({ attempt: attempts, delay, error })
      if (gate && (asked !== undefined || error.status === 429)) {
        gate.hold(delay)
        endTurn ??= await gate.takeTurn()
      } else await sleep(delay, request.signal)
    }
  } finally {
    endTurn?.()
  }
}

type Outcome = { answer: Answer; error?: undefined; asked?: undefined } | Failure

/** What may pass: an answer that is an error for now, with the wait that it asks for; or none at all. */
interface Failure {
  answer?: Answer
  error: ChatError
  asked?: number | undefined
}

/** One attempt. Rejects with what won't pass. */
async function tryOnce(
  request: Outgoing,
  settings: SendSettings,
  attempts: number,
  deadline: number,
): Promise<Outcome> {
  const timeout = Math.min(settings.timeout, deadline - Date.now())
  try {
    const answer = { ...(await attempt(request, settings, timeout)), request, attempts }
    const { status, headers } = answer.response
    if (!isTemporary(status)) return { answer: checked(answer, settings) }
    return { answer, error: apiError(answer), asked: retryAfter(headers, Date.now()) }
  } catch (reason) {
    request.signal?.throwIfAborted()
    if (reason instanceof ChatError) throw reason
    if (reason instanceof OutOfTime) {
      return { error: failure(ChatTimeoutError, { request, attempts }, `took longer than ${timeout} ms`) }
    }
    const cause = redactCause(reason, tokenOf(request))
    const words = 'got no whole answer: the connection failed'
    return { error: failure(ChatConnectionError, { request, attempts }, words, { cause }) }
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
