import type { Outgoing, Received } from './attempt.ts'
import { ChatApiError } from './errors/chat-api-error.ts'
import type { ChatErrorContext } from './errors/chat-error.ts'
import { hideToken } from './hide-token.ts'

/** The last answer to a request. */
export interface FinalResponse extends Received {
  request: Outgoing
  /** How many times the request was sent. */
  attempts: number
}

/**
 * An error about a request. Its message is a log line by itself: which request, and what became of it. Nothing in it is in
 * the server's words, and of the query it shows page and limit alone: middleware may have put a secret there. `words` go on
 * from the status, if one came.
 */
export function failure<E, More extends ChatErrorContext>(
  ErrorClass: new (message: string, context: More) => E,
  { request, attempts, response }: Omit<FinalResponse, 'bytes' | 'response'> & { response?: Response },
  words: string,
  more?: More,
): E {
  const { method } = request
  const [path, query = ''] = request.url.split('?')
  const shown = query.match(/\b(page|limit)=\d+/g)?.join('&')
  const url = path?.slice(0, 300) + (shown ? `?${shown}` : '')
  const id = response?.headers.get('x-request-id') || response?.headers.get('request-id')
  const came = response ? `answered ${isRedirect(response) ? 'a redirect' : response.status}` : ''
  return new ErrorClass(`${method} ${url} ${came}${words} (attempt ${attempts})`, {
    method,
    url,
    ...(response && { status: response.status }),
    ...(id && { requestId: hideToken(id, request).slice(0, 200) }),
    attempts,
    ...more,
  } as More)
}

/** The answer is an error by its status. */
export function apiError(answer: FinalResponse): ChatApiError {
  const { bytes, request, response } = answer
  const clean = (text: string) => hideToken(text, request)
  return failure(ChatApiError, answer, '', {
    body: cleanBody(new TextDecoder().decode(bytes), clean),
    headers: cleanHeaders(response.headers, clean),
  })
}

/** Whether it was left alone, hidden by a browser (status 0), or followed by a `fetch` that was told not to. */
export const isRedirect = ({ status, ok, redirected }: Response) => redirected || (!ok && status < 400)

/** A name that holds the token goes with its value: what takes its place would be no name. */
function cleanHeaders(headers: Headers, clean: (text: string) => string): Headers {
  const shown = [...headers].filter(([name]) => clean(name) === name)
  return new Headers(shown.map(([name, value]): [string, string] => [name, clean(value)]))
}

/** Parsed first: JSON has many ways to write the same token. What is nested too deep for that stays text. */
function cleanBody(text: string, clean: (text: string) => string): unknown {
  try {
    return parsed(clean(JSON.stringify(parsed(text))))
  } catch {
    return clean(text)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
