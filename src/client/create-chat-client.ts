import { query } from '../../generated/request.ts'
import type { Conversation } from '../../generated/types.ts'
import { checkOptions, type Rules } from './check-options.ts'
import { defaults } from './defaults.ts'
import { createGate } from './gate.ts'
import { type ChatHttpClient, createTransport } from './http-client.ts'
import { iterateItems } from './iterate-items.ts'
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
  conversations(organizationId: string, options?: WalkOptions): AsyncIterableIterator<Conversation>
  /** The same walk, page by page, without what an earlier page already had. */
  pages(organizationId: string, options?: WalkOptions): AsyncGenerator<Conversation[], void, undefined>
  /** The typed openapi-fetch client underneath: same token, retries and limits, its middleware works for all methods here. */
  http: ChatHttpClient
}

const signal = { type: 'object' }
const listRules: Rules = { ...query, signal }
const { page, ...order } = query
const walkRules: Rules = { startPage: page, ...order, concurrency: { type: 'integer', minimum: 1 }, signal }

/** Makes a client. Throws a ChatConfigurationError when an option can't be used; sends nothing yet. */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const settings = readSettings(options)
  const transport = createTransport(settings)

  async function* pages(organizationId: string, options: WalkOptions = {}) {
    checkOptions(options, walkRules)
    const { startPage = page.default, concurrency = defaults.concurrency, signal, ...list } = options
    const width = arrivesAtTheEnd(list) ? concurrency : 1
    const gate = createGate()
    yield* walk({
      read: (page, signal) => readPage(transport, settings, organizationId, { ...list, page, signal }, gate),
      idOf: (conversation) => conversation?.id,
      startPage,
      concurrency: width,
      signal,
    })
  }

  return {
    async listConversations(organizationId, options = {}) {
      checkOptions(options, listRules)
      return readPage(transport, settings, organizationId, options)
    },
    conversations: (organizationId, options) => iterateItems(pages(organizationId, options), options?.signal),
    pages,
    http: transport.http,
  }
}

/** Whether new conversations come behind all others, so that no page shifts while it is read. */
function arrivesAtTheEnd({ sortBy, sortDirection }: WalkOptions): boolean {
  return (sortBy ?? query.sortBy.default) === 'created_at' && (sortDirection ?? query.sortDirection.default) === 'ASC'
}
