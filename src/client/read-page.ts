import { createFinalURL, createQuerySerializer } from 'openapi-fetch'
import { method, path } from '../../generated/request.ts'
import type { Conversation } from '../../generated/types.ts'
import { type Answer, apiError } from './failures.ts'
import type { Gate } from './gate.ts'
import { type Transport, toOutgoing, toResponse } from './http-client.ts'
import type { ListOptions } from './options.ts'
import { parseJson } from './parse-json.ts'
import { parsePage } from './parse-page.ts'
import { fillPath } from './path-segment.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

const querySerializer = createQuerySerializer()

/** Reads one page. Where middleware was registered it takes part; where there is none, its Request and Response aren't made: they cost as much as all the rest. */
export async function readPage(
  { http, hasMiddleware }: Transport,
  settings: Settings,
  organizationId: string,
  { signal, ...query }: ListOptions,
  gate?: Gate,
): Promise<Conversation[]> {
  const { baseUrl } = settings
  const params = { path: { organization_id: organizationId }, query: query as Record<string, unknown> }
  if (!hasMiddleware()) {
    const url = createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: fillPath })
    const answer = await send({ method, url, headers: { ...settings.headers }, signal }, settings, gate)
    if (!answer.response.ok) throw apiError(answer)
    return parsePage(parseJson(answer), answer, settings)
  }
  // Middleware may answer in our place, or change the answer.
  let answer: Answer | undefined
  const { data, error, response } = await http.GET(path, {
    params,
    signal: signal ?? null,
    fetch: async (request) => {
      answer = await send(toOutgoing(request, settings), settings, gate)
      return toResponse(answer, request)
    },
  })
  const final: Answer = {
    request: { method, url: baseUrl, headers: {} },
    bytes: new Uint8Array(),
    attempts: 0,
    ...answer,
    response,
  }
  if (!response.ok) throw apiError(final, error)
  return parsePage(data, final, settings)
}
