import type { Violation } from '../../generated/validators.ts'
import { type Answer, contextOf, tokenOf } from './answer.ts'
import type { Outgoing } from './attempt.ts'
import { ChatApiError } from './errors/chat-api-error.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import type { ChatErrorContext } from './errors/chat-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { ChatTimeoutError } from './errors/chat-timeout-error.ts'
import { redact, redactCause } from './redact.ts'

// Each message is a log line by itself: which request, and what became of it. Nothing in it is the server's own words.

/** The answer is an error by its status. */
export function apiError({ request, response, bytes, attempts }: Answer): ChatApiError {
  const token = tokenOf(request)
  const { status, headers } = response
  const context = { ...contextOf(request, attempts, response), status }
  const text = redact(new TextDecoder().decode(bytes), token)
  return new ChatApiError(
    `${line(context)} answered ${status || 'with a redirect'}${isRedirect(response) ? ', and redirects are not followed' : ''}${times(attempts)}`,
    context,
    readJson(text),
    new Headers([...headers].map(([name, value]) => [name, redact(value, token)])),
  )
}

/** The answer is a success by its status, but not what the contract says. */
export function responseError(
  { request, response, attempts }: Omit<Answer, 'bytes'>,
  problem: string,
  { violations, cause }: { violations?: Violation[]; cause?: unknown } = {},
): ChatResponseError {
  const context = contextOf(request, attempts, response)
  return new ChatResponseError(
    `${line(context)} answered ${response.status} ${problem}`,
    { ...context, cause },
    violations,
  )
}

export function connectionError(request: Outgoing, attempts: number, reason: unknown): ChatConnectionError {
  const context = { ...contextOf(request, attempts), cause: redactCause(reason, tokenOf(request)) }
  return new ChatConnectionError(
    `${line(context)} got no whole answer: the connection failed${times(attempts)}`,
    context,
  )
}

export function timeoutError(request: Outgoing, attempts: number, limit: number, cause?: unknown): ChatTimeoutError {
  const context = { ...contextOf(request, attempts), cause }
  return new ChatTimeoutError(`${line(context)} took longer than ${limit} ms${times(attempts)}`, context)
}

/** A redirect, whether it was left alone, hidden by a browser (status 0), or followed by a `fetch` that was told not to. */
export const isRedirect = ({ status, ok, redirected }: Response) => redirected || (!ok && status < 400)

const line = ({ method, url }: ChatErrorContext) => `${method} ${url}`
const times = (attempts: number) => (attempts > 1 ? ` (${attempts} attempts)` : '')

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
