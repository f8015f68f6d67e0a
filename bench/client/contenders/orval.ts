import { listConversations } from '../../dist/clients/orval/chat.ts'
import type { Contender } from '../contender.ts'
import { setOrvalBaseUrl } from '../orval-base-url.ts'
import { pageByPage } from '../page-by-page.ts'

const orval: Contender = ({ baseUrl, token, organizationId }) => {
  setOrvalBaseUrl(baseUrl)
  const headers = { authorization: `Bearer ${token}` }
  return pageByPage(async (page, limit) => (await listConversations(organizationId, { page, limit }, { headers })).data)
}

export default orval
