import { createChatClient } from '../../../dist/src/index.js'
import type { Contender } from '../contender.ts'

const conversations: Contender = ({ baseUrl, token, organizationId }) => {
  const chat = createChatClient({ baseUrl, token })
  return async (limit, visit) => {
    for await (const conversation of chat.conversations(organizationId, { limit })) visit(conversation)
  }
}

export default conversations
