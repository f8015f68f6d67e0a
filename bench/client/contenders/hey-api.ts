import { createClient, createConfig } from '../../dist/clients/hey-api/client/index.ts'
import { listConversations } from '../../dist/clients/hey-api/sdk.gen.ts'
import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const heyApi: Contender = ({ baseUrl, token, organizationId }) => {
  const client = createClient(createConfig({ baseUrl, auth: token }))
  return pageByPage(async (page, limit) => {
    const { data } = await listConversations({
      client,
      path: { organization_id: organizationId },
      query: { page, limit },
      throwOnError: true,
    })
    return data
  })
}

export default heyApi
