import createClient from 'openapi-fetch'
import type { paths } from '../../../generated/types.ts'
import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const openapiFetch: Contender = ({ baseUrl, token, organizationId }) => {
  const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } })
  return pageByPage(async (page, limit) => {
    const { data } = await client.GET('/backend/chat/{organization_id}', {
      params: { path: { organization_id: organizationId }, query: { page, limit } },
    })
    if (!data) throw new Error(`page ${page} could not be read`)
    return data
  })
}

export default openapiFetch
