import { createChatClient } from '../../../dist/src/index.js'
import type { Contender } from '../contender.ts'

const pages: Contender = ({ baseUrl, token, organizationId }) => {
  const chat = createChatClient({ baseUrl, token })
  return async (limit, visit) => {
    for await (const page of chat.pages(organizationId, { limit })) {
      for (const conversation of page) visit(conversation)
    }
  }
}

export default pages
