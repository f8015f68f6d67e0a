import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../../generated/types.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import type { FinalResponse } from './failures.ts'
import { parseJson } from './parse-json.ts'
import { fillPath } from './path-segment.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

/** The typed openapi-fetch client. */
export type ChatHttpClient = Client<paths>

/**
 * An openapi-fetch client whose requests are sent as our own are: token, retries, time limits, body limit, no redirects.
 * As everywhere in openapi-fetch, an error status is a value (`error`), not an exception.
 */
export function createHttpClient(settings: Settings): ChatHttpClient {
  const { baseUrl } = settings
  const fetch = async (request: Request) => {
    const { method, url, signal } = request
    // The token is for this server alone; and a parameter of the path that was left out leaves its braces in the URL.
    if (!url.startsWith(`${baseUrl}/`) || /^[^?]*(\{|%7B)/i.test(url)) {
      throw new ChatConfigurationError('the request leaves baseUrl, or lacks organization_id')
    }
    // With headers of its own: the token goes there, and middleware doesn't see it.
    const headers = { ...settings.headers, ...Object.fromEntries(request.headers) }
    const { answer, json } = await send({ method, url, headers, signal }, settings, readJson)
    const { byteLength } = answer.bytes
    const response = new Response(byteLength ? (answer.bytes as BodyInit) : null, answer.response)
    response.headers.delete('content-encoding')
    // Given a length, openapi-fetch calls `json()`, which here fails with a ChatResponseError.
    response.headers.set('content-length', String(byteLength))
    return Object.defineProperties(response, {
      // The request is held until now, or its signal could be collected before it fires.
      url: { value: request.url },
      json: { value: async () => json() },
    })
  }
  return createClient<paths>({ baseUrl, pathSerializer: fillPath, fetch })
}

/** The answer, and its JSON for those who ask. A success is parsed at once, since JSON that ends too early is a lost connection. */
function readJson(answer: FinalResponse): { answer: FinalResponse; json: () => unknown } {
  if (answer.response.ok) {
    try {
      const value = parseJson(answer)
      return { answer, json: () => value }
    } catch (error) {
      if (error instanceof ChatConnectionError) throw error
    }
  }
  return { answer, json: () => parseJson(answer) }
}
