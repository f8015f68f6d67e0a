import { createChatClient } from '../../../dist/src/index.js'
import type { Contender } from '../contender.ts'

const oneByOne: Contender = ({ baseUrl, token, organizationId }) => {
  const chat = createChatClient({ baseUrl, token })
  return async (limit, visit) => {
    for await (const page of chat.pages(organizationId, { limit, concurrency: 1 })) {
      for (const conversation of page) visit(conversation)
    }
  }
}

export default oneByOne
