import { connectionWords } from '../http/connection-words.ts'
import { type AttemptSettings, attempt, type Outgoing } from './attempt.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import { ChatError } from './errors/chat-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { ChatTimeoutError } from './errors/chat-timeout-error.ts'
import { type Answer, apiError, failure, isRedirect } from './failures.ts'
import { type Gate, opened, takeTurn } from './gate.ts'
import { redactCause } from './redact.ts'
import { backoff, isTemporary, type RetryOptions, retryAfter } from './retry-delay.ts'
import { timeUp } from './wait.ts'

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
  timeout: number
  totalTimeout: number
  onRetry: ((retry: Retry) => void) | undefined
}

/**
 * Sends a request until it is answered for good; that answer may still be an error by its status. Rejects with the
 * reason of the request's signal when that aborts, and with a ChatError when there is no whole answer.
 */
export async function send(request: Outgoing, settings: SendSettings, gate: Gate = { until: 0 }): Promise<Answer> {
  /** What is left of the time limit for all attempts and the waits between them; what others have it wait isn't counted. */
  let left = settings.totalTimeout
  let endTurn: (() => void) | undefined
  try {
    for (let attempts = 1; ; attempts++) {
      if (!endTurn) await gate.clear
      await opened(gate, request.signal)
      const timeout = Math.min(settings.timeout, left)
      const started = Date.now()
      let answer: Answer | undefined
      let error: ChatError
      let asked = 0
      try {
        answer = { ...(await attempt(request, settings, timeout)), request, attempts }
        const { status, headers } = answer.response
        if (!isTemporary(status)) return checked(answer, settings)
        error = apiError(answer)
        asked = retryAfter(headers, Date.now())
      } catch (reason) {
        request.signal?.throwIfAborted()
        if (reason instanceof ChatError) throw reason
        const limit = timeout < settings.timeout ? settings.totalTimeout : timeout
        error =
          reason === timeUp
            ? failure(ChatTimeoutError, { request, attempts }, `took longer than ${limit} ms`)
            : connectionError(request, attempts, reason)
      }
      const delay = Math.ceil(Math.max(asked, backoff(attempts, settings)))
      left -= Date.now() - started + delay
      if (attempts >= settings.attempts || asked > settings.maxRetryAfter || left <= 0) {
        if (answer) return answer
        throw error
      }
      settings.onRetry?.({ attempt: attempts, delay, error })
      gate.until = Math.max(gate.until, Date.now() + delay)
      if (asked || error.status === 429) endTurn ??= await takeTurn(gate)
    }
  } finally {
    endTurn?.()
  }
}

function connectionError(request: Outgoing, attempts: number, reason: unknown): ChatConnectionError {
  const words = connectionWords(reason)
  const cause = redactCause(reason, request)
  return failure(ChatConnectionError, { request, attempts }, `got no whole answer${words ? `: ${words}` : ''}`, {
    cause,
  })
}

/** Refuses what is no answer of the API, whatever its body says. */
function checked(answer: Answer, { maxBodyBytes }: SendSettings): Answer {
  const { response, bytes } = answer
  if (isRedirect(response)) throw apiError(answer)
  if (response.ok && bytes.byteLength > maxBodyBytes) {
    throw failure(ChatResponseError, answer, ` with a body of more than ${maxBodyBytes} bytes`)
  }
  return answer
}
