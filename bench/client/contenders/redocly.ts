import { client } from '../../dist/clients/redocly/client.ts'
import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const redocly: Contender = ({ baseUrl, token, organizationId }) => {
  client.configure({ serverUrl: baseUrl, auth: { bearer: token } })
  return pageByPage((page, limit) => client.listConversations(organizationId, { page, limit }))
}

export default redocly
