import { client } from '../../dist/clients/redocly/client.ts'
import { zodValidation } from '../../dist/clients/redocly/client.zod.ts'
import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const redoclyZod: Contender = ({ baseUrl, token, organizationId }) => {
  client.configure({ serverUrl: baseUrl, auth: { bearer: token } })
  client.use(zodValidation({ response: 'throw' }))
  return pageByPage((page, limit) => client.listConversations(organizationId, { page, limit }))
}

export default redoclyZod
