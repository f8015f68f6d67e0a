import type { Outgoing, Received } from './attempt.ts'
import type { ChatErrorContext } from './errors/chat-error.ts'
import { redact } from './redact.ts'
import { clip } from './show.ts'
import { shownUrl } from './shown-url.ts'

/** The last answer to a request. */
export interface Answer extends Received {
  request: Outgoing
  /** How many times the request was sent. */
  attempts: number
}

/** The token that a request was sent with. */
export const tokenOf = ({ headers }: Outgoing) => headers.get('authorization')?.slice('Bearer '.length) ?? ''

/** What an error says of the request that it is about. */
export function contextOf(request: Outgoing, attempts: number, response?: Response): ChatErrorContext {
  const id = response && requestId(response.headers)
  return {
    method: request.method,
    url: shownUrl(request.url),
    ...(response && { status: response.status }),
    ...(id && { requestId: clip(redact(id, tokenOf(request)), 200) }),
    attempts,
  }
}

/** The server's id of a request, under whichever usual name. */
const requestId = (headers: Headers) =>
  headers.get('x-request-id') ?? headers.get('request-id') ?? headers.get('x-correlation-id')
