import { type AttemptSettings, attempt, type Outgoing } from './attempt.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import { ChatError } from './errors/chat-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { ChatTimeoutError } from './errors/chat-timeout-error.ts'
import { type Answer, apiError, failure, isRedirect, tokenOf } from './failures.ts'
import { type Gate, takeTurn } from './gate.ts'
import { redactCause } from './redact.ts'
import { backoff, isTemporary, type RetryOptions, retryAfter } from './retry-delay.ts'
import { timeUp, wait } from './wait.ts'

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
export async function send(request: Outgoing, settings: SendSettings, gate: Gate = {}): Promise<Answer> {
  const deadline = Date.now() + settings.totalTimeout
  let endTurn: (() => void) | undefined
  let clear: Gate['clear']
  try {
    for (let attempts = 1; ; attempts++) {
      while (!endTurn && clear !== gate.clear) {
        clear = gate.clear
        await clear
      }
      request.signal?.throwIfAborted()
      const timeout = Math.min(settings.timeout, deadline - Date.now())
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
        error =
          reason === timeUp
            ? failure(
                ChatTimeoutError,
                { request, attempts },
                `took longer than ${Date.now() < deadline ? settings.timeout : settings.totalTimeout} ms`,
              )
            : failure(ChatConnectionError, { request, attempts }, 'got no whole answer', {
                cause: redactCause(reason, tokenOf(request)),
              })
      }
      const delay = Math.max(asked, backoff(attempts, settings))
      const until = Date.now() + delay
      if (attempts >= settings.attempts || asked > settings.maxRetryAfter || until >= deadline) {
        if (answer) return answer
        throw error
      }
      settings.onRetry?.({ attempt: attempts, delay, error })
      if (asked || error.status === 429) endTurn ??= await takeTurn(gate)
      request.signal?.throwIfAborted()
      await new Promise((resolve) => wait(until - Date.now(), request.signal, resolve))
    }
  } finally {
    endTurn?.()
  }
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
