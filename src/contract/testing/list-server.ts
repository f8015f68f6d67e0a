import { operations } from '../../../generated/facts.ts'
import type { Conversation } from '../../../generated/types.ts'
import { conversation } from './conversations.ts'
import { json, type Received } from './server.ts'

const { parameters } = operations.listConversations

/** Where a small server can be made to leave the contract. */
export interface ListServer {
  conversations?: Conversation[]
  /** Which page was asked for, from 1. */
  pageOf?: (query: URLSearchParams) => number
  /** The least page that isn't refused, as `pageOf` counts. */
  leastPage?: number
  /** What it takes for a parameter that was left out, where that isn't the contract's default. */
  defaults?: { sortDirection?: string }
  /** Puts two conversations into an order when their sort keys are equal. */
  tie?: (query: URLSearchParams) => (one: Conversation, other: Conversation) => number
  /** Changes each conversation on its way out. */
  item?: (conversation: Conversation) => unknown
  /** What is sent for a page; default: the page itself, as JSON. */
  send?: (page: unknown[]) => Response
}

export const testToken = 'secret-token-of-acme'

/** Conversations by the hour, newest first. Every `tied`, that many follow one another at the same time. */
export const hourly = (count: number, tied = 1): Conversation[] =>
  Array.from({ length: count }, (_, index) =>
    conversation(`c${String(index).padStart(3, '0')}`, {
      created_at: new Date(
        Date.UTC(2024, 5, 30) - 3_600_000 * (index - (index % 20 < tied ? index % 20 : 0)),
      ).toISOString(),
      channel: ['web', 'email', 'whatsapp'][index % 3],
      action_called: index % 4,
      total_messages: (index * 7) % 23,
    }),
  )

/** A small server that keeps the contract, but for what it is told. */
export function listServer({
  conversations = hourly(57),
  pageOf = (query) => Number(query.get('page') ?? parameters.page.default),
  leastPage = pageOf(new URLSearchParams()) === 1 ? 1 : 0,
  defaults = {},
  tie = () => (one, other) => (one.id < other.id ? -1 : 1),
  item = (each) => each,
  send = (page) => json(page),
}: ListServer): (request: Received) => Response {
  return ({ url, headers }) => {
    if (headers.get('authorization') !== `Bearer ${testToken}`)
      return json({ message: 'Unauthorized' }, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } })
    if (!url.pathname.endsWith('/acme')) return json({ message: 'Not found' }, { status: 404 })
    const { searchParams: query } = url
    const limit = Math.min(Number(query.get('limit') ?? parameters.limit.default), 100)
    const page = pageOf(query)
    const field = (query.get('sortBy') ?? parameters.sortBy.default) as keyof Conversation
    const direction = query.get('sortDirection') ?? defaults.sortDirection ?? parameters.sortDirection.default
    const known = conversations[0] && Object.hasOwn(conversations[0], field) && field !== 'meta'
    const isUsable = [limit, page].every((each) => Number.isInteger(each) && each >= 0) && limit > 0 && known
    if (!isUsable || !['ASC', 'DESC'].includes(direction) || page < leastPage) {
      return json({ message: 'Bad request' }, { status: 400 })
    }
    const sign = direction === 'ASC' ? 1 : -1
    const byTie = tie(query)
    const sorted = conversations.toSorted((one, other) => {
      const [a, b] = [one[field] ?? '', other[field] ?? '']
      return a < b ? -sign : a > b ? sign : byTie(one, other)
    })
    return send(sorted.slice((page - 1) * limit, page * limit).map(item))
  }
}
