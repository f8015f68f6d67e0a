import { createChatClient } from '../../../dist/src/index.js'
import { nodeFetch } from '../../../dist/src/node/index.js'
import type { Contender } from '../contender.ts'

const withNodeFetch: Contender = ({ baseUrl, token, organizationId }) => {
  const chat = createChatClient({ baseUrl, token, fetch: nodeFetch() })
  return async (limit, visit) => {
    for await (const conversation of chat.conversations(organizationId, { limit })) visit(conversation)
  }
}

export default withNodeFetch
