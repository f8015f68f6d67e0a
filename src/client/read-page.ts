import { operation } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { type Answer, apiError } from './failures.ts'
import type { Gate } from './gate.ts'
import { type Transport, toOutgoing, toResponse } from './http-client.ts'
import type { ListOptions } from './options.ts'
import { parsePage } from './parse-page.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

/**
 * Reads one page through the openapi-fetch client, so that its middleware takes part. Where there is none, a plain
 * object stands for the Request, which would cost a tenth of the call.
 */
export async function readPage(
  { http, hasMiddleware }: Transport,
  settings: Settings,
  organizationId: string,
  { signal, ...query }: ListOptions,
  gate?: Gate,
): Promise<Conversation[]> {
  let answer: Answer | undefined
  const { data, error, response } = await http.GET(operation.path, {
    params: { path: { organization_id: organizationId }, query: query as object },
    signal: signal ?? null,
    Request: hasMiddleware() ? undefined : PlainRequest,
    fetch: async (request) => {
      answer = await send(toOutgoing(request), settings, gate)
      return toResponse(answer, request)
    },
  })
  // Middleware may have answered in our place.
  const { method } = operation
  const none = {
    request: { method, url: settings.baseUrl, headers: new Headers() },
    bytes: new Uint8Array(),
    attempts: 0,
  }
  const final = { ...none, ...answer, response }
  if (!response.ok) throw apiError(final, error)
  return parsePage(data, final, settings)
}

class PlainRequest {
  constructor(url: string, init: object) {
    Object.assign(this, init, { url })
  }
}
