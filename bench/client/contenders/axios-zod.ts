import axios from 'axios'
import { zListConversationsResponse } from '../../dist/clients/hey-api/zod.gen.ts'
import type { Contender } from '../contender.ts'
import { pageByPage } from '../page-by-page.ts'

const axiosZod: Contender = ({ baseUrl, token, organizationId }) => {
  const http = axios.create({ baseURL: baseUrl, headers: { authorization: `Bearer ${token}` } })
  return pageByPage(async (page, limit) => {
    const { data } = await http.get(`/backend/chat/${organizationId}`, { params: { page, limit } })
    return zListConversationsResponse.parse(data)
  })
}

export default axiosZod
