import { listConversations } from '../../generated/client.ts'
import type { Conversation } from '../../generated/types.ts'
import { type AsyncWalk, asyncWalk } from './async-walk.ts'
import { checkOptions, type Rules } from './check-options.ts'
import { defaults } from './defaults.ts'
import type { Gate } from './gate.ts'
import { type ChatHttpClient, createHttpClient } from './http-client.ts'
import type { ChatClientOptions, ListOptions, WalkOptions } from './options.ts'
import { readPage } from './read-page.ts'
import { readSettings } from './settings.ts'
import { walk } from './walk.ts'

/** A client of one server, for all organizations that its token has a right to. It holds no connection and needs no closing. */
export interface ChatClient {
  /** One page of conversations. Rejects with a ChatError, or with the signal's reason. */
  listConversations(organizationId: string, options?: ListOptions): Promise<Conversation[]>
  /**
   * All conversations, each once, page after page until one is empty; pages are fetched ahead, and abandoned when the loop is left.
   * What arrives meanwhile may come too. A conversation can be missed only when others are deleted meanwhile: the rest moves
   * up, past the page that is being read. Throws a ChatError that says how far it got, or the signal's reason.
   */
  conversations(organizationId: string, options?: WalkOptions): AsyncWalk<Conversation>
  /** The same walk, page by page, without what an earlier page already had. */
  pages(organizationId: string, options?: WalkOptions): AsyncWalk<Conversation[]>
  /** A typed openapi-fetch client with the same token, retries and limits. Its middleware sees its own calls only. */
  http: ChatHttpClient
}

const { query } = listConversations
const signal = { type: 'object' }
const listRules: Rules = { ...query, signal }
const { page, ...order } = query
const walkRules: Rules = { startPage: page, ...order, concurrency: { type: 'integer', minimum: 1 }, signal }

/** Makes a client. Throws a ChatConfigurationError when an option can't be used; sends nothing yet. */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const settings = readSettings(options)

  const walkPages = (organizationId: string, options: WalkOptions, left: AbortSignal) => {
    checkOptions(options, walkRules)
    const { startPage = page.default, concurrency = defaults.concurrency, signal, ...list } = options
    // Where new conversations come behind all others, no page shifts while it is read.
    const { sortBy = query.sortBy.default, sortDirection = query.sortDirection.default } = list
    const isByArrival = sortBy === listConversations.time && sortDirection === query.sortDirection.allowed[0]
    const gate: Gate = { until: 0 }
    return walk<Conversation>({
      read: (page, signal) => readPage(settings, organizationId, { ...list, page, signal }, gate),
      // Conversations that break the contract get here too: an id that is null doesn't tell them apart.
      idOf: ({ id }) => id ?? undefined,
      startPage,
      concurrency: isByArrival ? concurrency : 1,
      signal,
      left,
    })
  }

  async function* walkConversations(organizationId: string, options: WalkOptions, left: AbortSignal) {
    for await (const page of walkPages(organizationId, options, left)) {
      for (const conversation of page) {
        options.signal?.throwIfAborted()
        yield conversation
      }
    }
  }

  return {
    async listConversations(organizationId, options = {}) {
      checkOptions(options, listRules)
      return readPage(settings, organizationId, options)
    },
    conversations: (organizationId, options = {}) =>
      asyncWalk((left) => walkConversations(organizationId, options, left)),
    pages: (organizationId, options = {}) => asyncWalk((left) => walkPages(organizationId, options, left)),
    http: createHttpClient(settings),
  }
}
