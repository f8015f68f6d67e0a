import { connectionWords } from '../http/connection-words.ts'
import { type AttemptSettings, attempt, type Outgoing } from './attempt.ts'
import { now } from './clock.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import { ChatError } from './errors/chat-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { ChatTimeoutError } from './errors/chat-timeout-error.ts'
import { type Answer, apiError, failure, isRedirect } from './failures.ts'
import { type Gate, takeTurn, waitForGate } from './gate.ts'
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

/** Makes of an answer what the caller wants; a ChatConnectionError says that the answer wasn't whole. */
type Read<T> = (answer: Answer) => T

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
  /** What is left of the time limit for all attempts and the waits between them; what others have it wait isn't counted. */
  let left = settings.totalTimeout
  let endTurn: (() => void) | undefined
  try {
    for (let attempts = 1; ; attempts++) {
      if (!endTurn) await gate.clear
      await waitForGate(gate, request.signal)
      const started = now()
      const result = await sendOnce(request, settings, read, attempts, left)
      if ('value' in result) return result.value
      const { error, asked, giveUp } = result
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

/** A failure that may be over at the next attempt. */
interface Failed<T> {
  error: ChatError
  /** How many milliseconds the server asks to wait. */
  asked: number
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
): Promise<{ value: T } | Failed<T>> {
  const timeout = Math.min(settings.timeout, left)
  let answer: Answer
  try {
    answer = { ...(await attempt(request, settings, timeout)), request, attempts }
  } catch (reason) {
    request.signal?.throwIfAborted()
    if (reason instanceof ChatError) throw reason
    const limit = timeout < settings.timeout ? settings.totalTimeout : timeout
    return lost(
      reason === timeUp
        ? failure(ChatTimeoutError, { request, attempts }, `took longer than ${limit} ms`)
        : connectionError(request, attempts, reason),
    )
  }
  const { status, headers } = answer.response
  if (isTemporary(status)) {
    return { error: apiError(answer), asked: retryAfter(headers, Date.now()), giveUp: () => read(answer) }
  }
  try {
    return { value: read(checked(answer, settings)) }
  } catch (reason) {
    if (reason instanceof ChatConnectionError) return lost(reason)
    throw reason
  }
}

const lost = (error: ChatError): Failed<never> => ({
  error,
  asked: 0,
  giveUp() {
    throw error
  },
})

/** Says why there is no whole answer, where something tells. */
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
