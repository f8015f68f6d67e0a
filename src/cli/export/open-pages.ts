import { ChatApiError, type ChatClient, type Conversation } from '../../index.ts'
import type { ExportRequest } from './request.ts'

export interface OpenPagesOptions {
  chat: Pick<ChatClient, 'pages'>
  request: ExportRequest
  startPage: number
  /** How many pages are asked for at the same time. */
  concurrency: number
  signal: AbortSignal
}

/** The limits that are tried, the largest first; null leaves it to the server. */
const smaller = [50, 25, null]

/** The limits to try where nobody asked for one: the default, then smaller ones. */
export const limitsUpTo = (limit: number | null): (number | null)[] => [
  limit,
  ...smaller.filter((one) => limit !== null && (one === null || one < limit)),
]

/**
 * The walk through the pages, once its first page is there: by the first of the limits that the server doesn't refuse.
 * Rejects as the walk does, when it refuses all of them.
 */
export async function openPages(
  { chat, request, startPage, concurrency, signal }: OpenPagesOptions,
  limits: readonly (number | null)[],
): Promise<{ limit: number | null; pages: AsyncIterable<readonly Conversation[]> }> {
  const { organization, filters, sortBy, sortDirection } = request
  const [limit = null, ...others] = limits
  const query = { ...filters, ...(limit !== null && { limit }), sortBy, sortDirection, signal, concurrency, startPage }
  const pages = chat.pages(organization, query)[Symbol.asyncIterator]()
  try {
    const first = await pages.next()
    return { limit, pages: withFirst(first, pages) }
  } catch (error) {
    if (others.length === 0 || !(error instanceof ChatApiError) || ![400, 422].includes(error.status)) throw error
    return openPages({ chat, request, startPage, concurrency, signal }, others)
  }
}

/** What was taken from an iterator already, and the rest; whoever leaves ends the iterator. */
async function* withFirst<T>(first: IteratorResult<T, unknown>, rest: AsyncIterator<T>): AsyncIterable<T> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
