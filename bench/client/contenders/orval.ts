import { listConversations } from '../../dist/clients/orval/chat.ts'
import type { Contender } from '../contender.ts'
import { setOrvalBaseUrl } from '../orval-base-url.ts'
import { pageByPage } from '../page-by-page.ts'

const orval: Contender = ({ baseUrl, token, organizationId }) => {
  const headers = { authorization: `Bearer ${token}` }
  return pageByPage(async (page, limit) => {
    // One for all clients of a program, so it is set again for each.
    setOrvalBaseUrl(baseUrl)
    return (await listConversations(organizationId, { page, limit }, { headers })).data
  })
}

export default orval
