import { createQuerySerializer } from 'openapi-fetch'
import { listConversations } from '../../generated/client.ts'
import type { Conversation } from '../../generated/types.ts'
import { apiError, type FinalResponse } from './failures.ts'
import type { Gate } from './gate.ts'
import type { ListOptions } from './options.ts'
import { parseJson } from './parse-json.ts'
import { parsePage } from './parse-page.ts'
import { fillPath } from './path-segment.ts'
import { send } from './send.ts'
import type { Settings } from './settings.ts'

const querySerializer = createQuerySerializer()

/** Reads one page. Only openapi-fetch's serializer is used: its calls make a Request and a Response, which cost as much as all the rest. */
export async function readPage(
  settings: Settings,
  organizationId: string,
  { signal, ...query }: ListOptions,
  gate?: Gate,
): Promise<Conversation[]> {
  const { baseUrl, headers } = settings
  const search = querySerializer(query)
  const url = baseUrl + fillPath(listConversations.path, { organization_id: organizationId }) + (search && `?${search}`)
  const request = { method: listConversations.method, url, headers: { ...headers }, signal }
  const read = (answer: FinalResponse) => {
    if (!answer.response.ok) throw apiError(answer)
    return parsePage(parseJson(answer), answer, settings)
  }
  return send(request, settings, read, gate)
}
