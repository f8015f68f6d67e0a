import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const rawFetch: Contender = ({ baseUrl, token, organizationId }) => {
  const headers = { authorization: `Bearer ${token}` }
  return pageByPage(async (page, limit) => {
    const response = await fetch(`${baseUrl}/backend/chat/${organizationId}?page=${page}&limit=${limit}`, { headers })
    return JSON.parse(await response.text())
  })
}

export default rawFetch
