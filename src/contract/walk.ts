import { type Exchange, type Item, listOf } from './exchange.ts'
import { type List, listOfOperation, type Order } from './operation.ts'

/** A list query by the parts that its parameters play; what is left out is left to the server's defaults. */
export interface ListQuery {
  page?: number | undefined
  limit?: number | undefined
  sortBy?: string | undefined
  sortDirection?: string | undefined
}

const parts = ['page', 'limit', 'sortBy', 'sortDirection'] as const

/** The pages of one listing as they were read, from the first. */
export interface Walk {
  query: ListQuery
  /** Every page that was read, the one that ended the walk included. */
  pages: Exchange[]
  /**
   * `complete`: an empty page ended it, or one that there isn't. `unfinished`: there is more than was asked for.
   * `repeating`: a page brought nothing new. `broken`: a page was no list.
   */
  end: 'complete' | 'unfinished' | 'repeating' | 'broken'
}

/** The parameters that play the parts of a query. A part that no parameter plays is left out. */
export const queryOf = ({ operation }: Pick<List, 'operation'>, query: ListQuery): [string, string][] =>
  parts.flatMap((part) => {
    const name = operation.list?.[part]
    const value = query[part]
    return name === undefined || value === undefined ? [] : [[name, String(value)]]
  })

/** What an exchange asked for as the part of a list, as it was sent; undefined when it left that out. */
export function asked({ operation, query }: Exchange, part: (typeof parts)[number]): string | undefined {
  const name = operation.list?.[part]
  return query.findLast(([each]) => each === name)?.[1]
}

/** The order that an exchange asked for; what it left out is at its default. */
export const orderAsked = (exchange: Exchange, { sortBy, sortDirection }: Order) => ({
  sortBy: asked(exchange, 'sortBy') ?? sortBy.default,
  sortDirection: asked(exchange, 'sortDirection') ?? sortDirection.default,
})

/** Whether the server says that there is no such page, as some do past the end. The first one is always there. */
export function isNoPage(exchange: Exchange): boolean {
  const { first = 1 } = listOfOperation(exchange.operation) ?? {}
  return exchange.answer?.status === 404 && Number(asked(exchange, 'page') ?? first) > first
}

/** Reads a listing page by page until it ends, or `most` pages are read. */
export async function walkOver(
  query: ListQuery,
  { first, most }: { first: number; most: number },
  read: (query: ListQuery) => Promise<Exchange>,
): Promise<Walk> {
  const pages: Exchange[] = []
  const seen = new Set<string>()
  for (let page = first; page < first + most; page++) {
    const exchange = await read({ ...query, page })
    pages.push(exchange)
    const items = listOf(exchange)
    if (isNoPage(exchange)) return { query, pages, end: 'complete' }
    if (!items) return { query, pages, end: 'broken' }
    if (items.length === 0) return { query, pages, end: 'complete' }
    if (items.every(({ id }) => seen.has(id))) return { query, pages, end: 'repeating' }
    for (const { id } of items) seen.add(id)
  }
  return { query, pages, end: 'unfinished' }
}

/** An item with the exchange that it came in. */
export interface Sighting {
  item: Item
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
  const found = (listOf(exchange) ?? []).map((item, index) => ({ item, exchange, index }))
  sightings.set(exchange, found)
  return found
}

/** The items of pages, each with the page that held it first. */
export function sightingsWithOrigin(pages: readonly Exchange[]): (Sighting & { origin: Exchange })[] {
  const origins = new Map<string, Exchange>()
  return sightingsOf(pages).map((sighting) => {
    const { id } = sighting.item
    const origin = origins.get(id) ?? sighting.exchange
    origins.set(id, origin)
    return { ...sighting, origin }
  })
}
