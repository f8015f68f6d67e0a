import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../../generated/types.ts'
import type { Outgoing } from './attempt.ts'
import type { Answer } from './failures.ts'
import { parseJson } from './parse-json.ts'
import { fillPath } from './path-segment.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

/** The typed openapi-fetch client. */
export type ChatHttpClient = Client<paths>

export interface Transport {
  http: ChatHttpClient
  /** Whether middleware was ever registered, and wants to see real requests and responses. */
  hasMiddleware: () => boolean
}

/**
 * An openapi-fetch client that sends through our transport: token, retries, time limits, body limit, no redirects.
 * As everywhere in openapi-fetch, an error status is a value (`error`), not an exception.
 */
export function createTransport(settings: Settings): Transport {
  const http = createClient<paths>({
    baseUrl: settings.baseUrl,
    pathSerializer: fillPath,
    fetch: async (request) => toResponse(await send(toOutgoing(request, settings), settings), request),
  })
  let used = false
  const { use } = http
  http.use = (...middleware) => {
    used = true
    use(...middleware)
  }
  return { http, hasMiddleware: () => used }
}

/** With headers of its own: the token goes there, and middleware doesn't see it. A plain object is what `fetch` reads fastest. */
export const toOutgoing = ({ method, url, headers, signal }: Request, settings: Settings): Outgoing => ({
  method,
  url,
  headers: { ...settings.headers, ...Object.fromEntries(headers) },
  signal,
})

/**
 * The answer, read already, as a Response. Given a length, openapi-fetch calls `json()`, which here fails with a
 * ChatResponseError. The request is held until now, or its signal could be collected before it fires.
 */
export function toResponse(answer: Answer, { url }: Request): Response {
  const { response, bytes } = answer
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.set('content-length', String(bytes.byteLength))
  const body = bytes.byteLength ? bytes : null
  return Object.defineProperties(new Response(body, { status, statusText, headers }), {
    url: { value: url },
    json: { value: async () => parseJson(answer) },
  })
}
