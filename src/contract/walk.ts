import type { Conversation } from '../../generated/types.ts'
import { type Exchange, listOf } from './exchange.ts'

/** A list query; what is left out is left to the server's defaults. */
export interface ListQuery {
  page?: number | undefined
  limit?: number | undefined
  sortBy?: string | undefined
  sortDirection?: string | undefined
}

/** The pages of one listing as they were read, from the first. */
export interface Walk {
  query: ListQuery
  /** Every page that was read, the one that ended the walk included. */
  pages: Exchange[]
  /**
   * `complete`: an empty page ended it. `unfinished`: there is more than was asked for.
   * `repeating`: a page brought nothing new. `broken`: a page was no list of conversations.
   */
  end: 'complete' | 'unfinished' | 'repeating' | 'broken'
}

export const queryOf = (query: ListQuery): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))

/** Reads a listing page by page until it ends, or `most` pages are read. */
export async function walkOver(
  query: ListQuery,
  most: number,
  read: (query: ListQuery) => Promise<Exchange>,
): Promise<Walk> {
  const pages: Exchange[] = []
  const seen = new Set<string>()
  for (let page = 1; page <= most; page++) {
    const exchange = await read({ ...query, page })
    pages.push(exchange)
    const conversations = listOf(exchange)
    if (!conversations) return { query, pages, end: 'broken' }
    if (conversations.length === 0) return { query, pages, end: 'complete' }
    if (conversations.every(({ id }) => seen.has(id))) return { query, pages, end: 'repeating' }
    for (const { id } of conversations) seen.add(id)
  }
  return { query, pages, end: 'unfinished' }
}

/** A conversation with the exchange that it came in. */
export interface Sighting {
  conversation: Conversation
  exchange: Exchange
  /** Its place in the page. */
  index: number
}

export const sightingsOf = (exchanges: readonly Exchange[]): Sighting[] => exchanges.flatMap(sightingsIn)

/** Many clauses look at the same exchanges. */
const sightings = new WeakMap<Exchange, Sighting[]>()

function sightingsIn(exchange: Exchange): Sighting[] {
  const known = sightings.get(exchange)
  if (known) return known
  const found = (listOf(exchange) ?? []).map((conversation, index) => ({ conversation, exchange, index }))
  sightings.set(exchange, found)
  return found
}

/** The conversations of pages, each with the page that held it first. */
export function sightingsWithOrigin(pages: readonly Exchange[]): (Sighting & { origin: Exchange })[] {
  const origins = new Map<string, Exchange>()
  return sightingsOf(pages).map((sighting) => {
    const { id } = sighting.conversation
    const origin = origins.get(id) ?? sighting.exchange
    origins.set(id, origin)
    return { ...sighting, origin }
  })
}
