import type { Conversation } from '../../../generated/types.ts'

/** A server of the list in this process, to be given to a client as its `fetch`. */
export interface ListServer {
  /** What it has, oldest first; may be changed at any time. */
  conversations: Conversation[]
  /** The most conversations of a page, whatever is asked for. */
  maxLimit: number
  /** Called with the page before each answer; may answer in its place, or throw. */
  before: (page: number) => Response | undefined
  fetch: typeof fetch
}

export function createListServer(conversations: Conversation[], maxLimit = 100): ListServer {
  const server: ListServer = {
    conversations,
    maxLimit,
    before: () => undefined,
    fetch: async (input) => {
      const { searchParams } = new URL(String(input))
      const page = Number(searchParams.get('page'))
      const other = server.before(page)
      if (other) return other
      const limit = Math.min(Number(searchParams.get('limit')), server.maxLimit)
      const all =
        searchParams.get('sortDirection') === 'DESC' ? server.conversations.toReversed() : server.conversations
      return Response.json(all.slice((page - 1) * limit, page * limit))
    },
  }
  return server
}
