import { method, path } from '../../generated/request.ts'
import type { Conversation } from '../../generated/types.ts'
import { type Answer, apiError } from './failures.ts'
import type { Gate } from './gate.ts'
import { type Transport, toOutgoing, toResponse } from './http-client.ts'
import type { ListOptions } from './options.ts'
import { parseJson } from './parse-json.ts'
import { parsePage } from './parse-page.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

/**
 * Reads one page through the openapi-fetch client, so that its middleware takes part. Where there is none, plain objects
 * stand for the Request and the Response, which would cost as much as all the rest.
 */
export async function readPage(
  { http, hasMiddleware }: Transport,
  settings: Settings,
  organizationId: string,
  { signal, ...query }: ListOptions,
  gate?: Gate,
): Promise<Conversation[]> {
  const isPlain = !hasMiddleware()
  let answer: Answer | undefined
  const { data, error, response } = await http.GET(path, {
    params: { path: { organization_id: organizationId }, query: query as object },
    signal: signal ?? null,
    Request: isPlain ? PlainRequest : undefined,
    fetch: async (request) => {
      answer = await send(toOutgoing(request, settings), settings, gate)
      return isPlain ? toPlainResponse(answer) : toResponse(answer, request)
    },
  })
  // Middleware may have answered in our place, or changed the answer.
  const none = {
    request: { method, url: settings.baseUrl, headers: {} },
    bytes: new Uint8Array(),
    attempts: 0,
  }
  const final = { ...none, ...answer, ...(!isPlain && { response }) } as Answer
  if (!final.response.ok) throw apiError(final, error)
  return parsePage(data, final, settings)
}

/** As much of a Request as openapi-fetch needs. */
class PlainRequest {
  readonly url: string
  readonly method: string
  readonly signal: AbortSignal | null
  readonly headers = []

  constructor(url: string, { method, signal }: { method: string; signal: AbortSignal | null }) {
    this.url = url
    this.method = method
    this.signal = signal
  }
}

/** As much of a Response as openapi-fetch needs: told of a length, it asks for JSON. */
const toPlainResponse = (answer: Answer) =>
  ({
    ok: answer.response.ok,
    headers: new Map([['Content-Length', '1']]) as object,
    json: async () => parseJson(answer),
    text: async () => new TextDecoder().decode(answer.bytes),
  }) as Response
