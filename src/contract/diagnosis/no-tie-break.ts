import { type Exchange, type Item, listOf } from '../exchange.ts'
import { type List, listOfOperation, nounOf, type Order } from '../operation.ts'
import { firstInversion, type SortKey, sortKey } from '../order.ts'
import { asked, orderAsked, sightingsOf } from '../walk.ts'
import type { Cause } from './diagnosis.ts'

/** Items with equal sort keys come in another order from request to request, which tears pages. */
export const noTieBreak: Cause = ({ answers, check: { operation } }) => {
  const list = listOfOperation(operation)
  if (!list?.order) return undefined
  const { order, id } = list
  const field = order.sortBy.default
  const isTied = tiesIn(answers, field)
  const lists = [...readingsIn(answers, list, order)]
  // Where different keys are out of order too, or items can't be told apart, another cause is at work.
  const isOther = (page: Exchange, sign: 1 | -1) => hasTwins(page) || firstInversion(sightingsOf([page]), field, sign)
  if (lists.some(({ pages, sign }) => pages.some((page) => isOther(page, sign)))) return undefined
  const readings = lists.map(({ pages }) => placesIn(pages, list))
  const shown = readings.map((places) => swapped(places, field) ?? displaced(places, field, isTied)).find(Boolean)
  if (!shown) return undefined
  return {
    id: 'no-tie-break',
    says: `${nounOf(operation).many.replace(/^./, (letter) => letter.toUpperCase())} with an equal ${field} come in another order from request to request, which tears pages: sort by a second field that no two share, such as ORDER BY ${field} ${order.sortDirection.default}, ${id} ${order.sortDirection.default}`,
    exchanges: shown,
    explains: ({ item, isTie = false, exchanges }) => {
      const last = exchanges.at(-1)
      const sortedBy = (last && asked(last, 'sortBy')) ?? field
      return isTie || (item !== undefined && (sortedBy === field ? isTied : tiesIn(answers, sortedBy))(item))
    },
  }
}

/** Whether items of a page can't be told apart: two share an id, or one has none. */
const hasTwins = (page: Exchange): boolean => {
  const ids = listOf(page)?.map(({ id }) => id) ?? []
  return new Set(ids).size < ids.length || ids.some((id) => id === undefined)
}

/** Where an item stood in a list, counted from its beginning. */
interface Place {
  item: Item
  place: number
  exchange: Exchange
}

/** Answers that are pages of the same list, and which way it is sorted. */
function readingsIn(answers: readonly Exchange[], list: List, order: Order): { pages: Exchange[]; sign: 1 | -1 }[] {
  const readings = new Map<string, Exchange[]>()
  for (const exchange of answers) {
    const { sortBy, sortDirection: direction } = orderAsked(exchange, order)
    if (sortBy !== order.sortBy.default || !listOf(exchange)) continue
    if (exchange.query.some(([name]) => list.filters.some((filter) => filter.name === name))) continue
    readings.set(direction, [...(readings.get(direction) ?? []), exchange])
  }
  return [...readings].map(([direction, pages]) => ({ pages, sign: direction === order.ascending ? 1 : -1 }))
}

/** A server may give fewer than it is asked for. What it gave most for a limit is what its pages are counted by. */
function placesIn(pages: Exchange[], { first, limit }: List): Place[] {
  const sizes = new Map<string, number>()
  const limitOf = (exchange: Exchange) => asked(exchange, 'limit') ?? String(limit?.default)
  for (const page of pages) {
    sizes.set(limitOf(page), Math.max(sizes.get(limitOf(page)) ?? 0, listOf(page)?.length ?? 0))
  }
  return pages.flatMap((exchange) => {
    const before = (Number(asked(exchange, 'page') ?? first) - first) * (sizes.get(limitOf(exchange)) ?? 0)
    return (listOf(exchange) ?? []).map((item, index) => ({ item, place: before + index, exchange }))
  })
}

/** Two answers that hold the same two neighbours of equal keys, each in another order. */
function swapped(places: Place[], field: string): Exchange[] | undefined {
  const neighbours = new Map<string, Exchange>()
  for (const [index, { item, exchange }] of places.entries()) {
    const next = places[index + 1]
    if (next?.exchange !== exchange || !sameKey(item, next.item, field)) continue
    const other = neighbours.get(JSON.stringify([next.item.id, item.id]))
    if (other) return [other, exchange]
    neighbours.set(JSON.stringify([item.id, next.item.id]), exchange)
  }
  return undefined
}

/**
 * Items that stand in two places of one list, all of them tied, though most items are not: arrivals would move others too. One of
 * them has to stand where another of its key stood, since ties trade places; an item that only comes twice takes nobody's.
 */
function displaced(places: Place[], field: string, isTied: (item: Item) => boolean): Exchange[] | undefined {
  const first = new Map<string, Place>()
  const moved = places.flatMap((each) => {
    const before = first.get(each.item.id) ?? each
    first.set(each.item.id, before)
    return before.place === each.place ? [] : [{ before, after: each }]
  })
  if (!moved.every(({ after }) => isTied(after.item))) return undefined
  const untied = [...first.values()].filter(({ item }) => !isTied(item)).length
  const traded = moved.find(({ after }) =>
    places.some(({ item, place }) => place === after.place && isAnotherOfKey(item, after.item, field)),
  )
  return traded && untied * 2 > first.size ? [traded.before.exchange, traded.after.exchange] : undefined
}

/** Tells which items share their key with another. */
function tiesIn(answers: readonly Exchange[], field: string): (item: Item) => boolean {
  const ids = new Map<SortKey, Set<string>>()
  for (const item of answers.flatMap((exchange) => listOf(exchange) ?? [])) {
    const key = sortKey(item, field)
    if (key !== undefined) ids.set(key, (ids.get(key) ?? new Set()).add(item.id))
  }
  return (item) => (ids.get(sortKey(item, field) ?? '')?.size ?? 0) > 1
}

const sameKey = (one: Item, other: Item, field: string) => {
  const key = sortKey(one, field)
  return key !== undefined && key === sortKey(other, field)
}

const isAnotherOfKey = (one: Item, other: Item, field: string) => one.id !== other.id && sameKey(one, other, field)
