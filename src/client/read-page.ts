import { operation } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import type { Answer } from './answer.ts'
import { apiError } from './failures.ts'
import type { Gate } from './gate.ts'
import { type ChatTransport, toOutgoing, toResponse } from './http-client.ts'
import type { ListOptions } from './options.ts'
import { parsePage } from './parse-page.ts'
import { PlainRequest } from './plain-request.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

/**
 * Reads one page through the openapi-fetch client, so that its middleware takes part. Where there is none, the answer's
 * bytes are parsed as they are, and no Request or Response is built in between.
 */
export async function readPage(
  { http, hasMiddleware }: ChatTransport,
  settings: Settings,
  organizationId: string,
  { signal, ...query }: ListOptions,
  gate?: Gate,
): Promise<Conversation[]> {
  const plain = !hasMiddleware()
  let answer: Answer | undefined
  const result = await http.GET(operation.path, {
    params: { path: { organization_id: organizationId }, query: query as object },
    signal: signal ?? null,
    parseAs: 'stream',
    ...(plain && { Request: PlainRequest }),
    fetch: async (request) => {
      answer = await send(plain ? request : toOutgoing(request), settings, gate)
      if (!plain) return toResponse(answer, request)
      if (!answer.response.ok) throw apiError(answer)
      return answer.response
    },
  })
  return parsePage(plain && answer ? answer : await reread(result, answer, settings), settings)
}

/** The answer as middleware left it: its own, or another. */
async function reread(
  { data, error, response }: { data?: ReadableStream | null; error?: unknown; response: Response },
  answer: Answer | undefined,
  { baseUrl }: Settings,
): Promise<Answer> {
  const { request, attempts } = answer ?? {
    request: { method: operation.method, url: response.url || baseUrl, headers: new Headers() },
    attempts: 0,
  }
  const body = response.ok ? data : typeof error === 'string' ? error : JSON.stringify(error)
  const bytes = new Uint8Array(await new Response(body ?? null).arrayBuffer())
  const final = { request, response, bytes, attempts }
  if (!response.ok) throw apiError(final)
  return final
}
