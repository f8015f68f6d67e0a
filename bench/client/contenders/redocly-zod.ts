import { createClient, OPERATIONS, type Ops } from '../../dist/clients/redocly/client.ts'
import { zodValidation } from '../../dist/clients/redocly/client.zod.ts'
import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const redoclyZod: Contender = ({ baseUrl, token, organizationId }) => {
  const client = createClient<Ops>(OPERATIONS, {
    serverUrl: baseUrl,
    auth: { bearer: token },
    middleware: [zodValidation({ response: 'throw' })],
  })
  return pageByPage((page, limit) =>
    client.listConversations({ path: { organization_id: organizationId }, query: { page, limit } }),
  )
}

export default redoclyZod
