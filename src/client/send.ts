import { connectionWords } from '../http/connection-words.ts'
import { retryAfter } from '../http/retry-after.ts'
import { type AttemptSettings, attempt, type Outgoing } from './attempt.ts'
import { now } from './clock.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import { ChatError } from './errors/chat-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { ChatTimeoutError } from './errors/chat-timeout-error.ts'
import { apiError, type FinalResponse, failure, isRedirect } from './failures.ts'
import { type Gate, takeTurn, waitForGate } from './gate.ts'
import { hideTokenInCause } from './hide-token.ts'
import { backoff, isTemporary, type RetryOptions } from './retry-delay.ts'
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

/** Makes of an answer what the caller wants; a ChatConnectionError says that the answer wasn't whole. */
type Read<T> = (answer: FinalResponse) => T

/**
 * Sends a request until it is answered for good, and gives what `read` makes of that answer, which may still be an error by
 * its status. Rejects with the reason of the request's signal when that aborts, and with a ChatError when there is no whole answer.
 */
export async function send<T>(
  request: Outgoing,
  settings: SendSettings,
  read: Read<T>,
  gate: Gate = { until: 0 },
): Promise<T> {
  /** What is left of the time limit for all attempts and the waits between them; waiting for other requests isn't counted. */
  let left = settings.totalTimeout
  let endTurn: (() => void) | undefined
  try {
    for (let attempts = 1; ; attempts++) {
      if (!endTurn) await gate.clear
      await waitForGate(gate, request.signal)
      const started = now()
      const result = await sendOnce(request, settings, read, attempts, left)
      if ('value' in result) return result.value
      const { error, asked = 0, giveUp } = result
      const delay = Math.ceil(Math.max(asked, backoff(attempts, settings)))
      left -= now() - started + delay
      if (attempts >= settings.attempts || asked > settings.maxRetryAfter || left <= 0) return giveUp()
      settings.onRetry?.({ attempt: attempts, delay, error })
      gate.until = Math.max(gate.until, now() + delay)
      if (asked || error.status === 429) endTurn ??= await takeTurn(gate)
    }
  } finally {
    endTurn?.()
  }
}

/** What an attempt gives: what was wanted, or a failure that may be over at the next. */
type Outcome<T> =
  | { value: T }
  | {
      error: ChatError
      /** How many milliseconds the server asks to wait. */
      asked?: number | undefined
      /** How the call ends when there is no other attempt. */
      giveUp(): T
    }

/** One attempt. Rejects when there is no use in another. */
async function sendOnce<T>(
  request: Outgoing,
  settings: SendSettings,
  read: Read<T>,
  attempts: number,
  left: number,
): Promise<Outcome<T>> {
  try {
    const answer = await answerTo(request, settings, attempts, left)
    const { response } = answer
    if (!isTemporary(response.status)) return { value: read(answer) }
    return { error: apiError(answer), asked: retryAfter(response.headers, Date.now()), giveUp: () => read(answer) }
  } catch (error) {
    if (!(error instanceof ChatConnectionError || error instanceof ChatTimeoutError)) throw error
    return {
      error,
      giveUp() {
        throw error
      },
    }
  }
}

/** What comes back, be it an error by its status; a failure where that is no whole answer of the API. */
async function answerTo(
  request: Outgoing,
  settings: SendSettings,
  attempts: number,
  left: number,
): Promise<FinalResponse> {
  const { timeout, totalTimeout, maxBodyBytes } = settings
  const limit = Math.min(timeout, left)
  const sent = { request, attempts }
  const { response, bytes } = await attempt(request, settings, limit).catch((reason: unknown) => {
    request.signal?.throwIfAborted()
    if (reason instanceof ChatError) throw reason
    if (reason === timeUp)
      throw failure(ChatTimeoutError, sent, `took longer than ${limit < timeout ? totalTimeout : limit} ms`)
    const words = connectionWords(reason)
    const cause = hideTokenInCause(reason, request)
    throw failure(ChatConnectionError, sent, `got no whole answer${words ? `: ${words}` : ''}`, { cause })
  })
  const answer = { ...sent, response, bytes }
  // Whatever its body says.
  if (isRedirect(response)) throw apiError(answer)
  if (response.ok && bytes.byteLength > maxBodyBytes) {
    throw failure(ChatResponseError, answer, ` with a body of more than ${maxBodyBytes} bytes`)
  }
  return answer
}
