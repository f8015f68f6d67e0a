import type { Check, Finding } from '../clause.ts'
import { describe, type Exchange } from '../exchange.ts'
import { nounOf } from '../operation.ts'
import { firstInversion } from '../order.ts'
import { asked, queryOf, type Sighting, sightingsWithOrigin } from '../walk.ts'
import { isLost, isMoving } from './changes.ts'
import { overlooked } from './coverage.ts'
import { ownLists } from './lists.ts'
import type { OrderedList } from './sortable.ts'

/** Which way a list is sorted, as the parameter says it. */
export type Direction = string

export const signOf = (direction: Direction, { order }: OrderedList): 1 | -1 => (direction === order.ascending ? 1 : -1)

/** A list sorted by any field, which a server may refuse: the page does not say which fields it sorts by. */
export const sortedPage = (
  list: OrderedList,
  check: Check,
  sortBy: string,
  direction: Direction,
  page = list.first,
  limit: number | undefined = list.limit?.default,
) => check.ask.any({ query: queryOf(list, { page, limit, sortBy, sortDirection: direction }) })

/** What is neither a list nor a refusal. */
export const noListFinding = (exchange: Exchange): Finding => ({
  expected: 'a list, or a 4xx',
  actual: describe(exchange),
  exchanges: [exchange],
})

/** Neighbours that stand the wrong way round, within a page or from page to page. */
export function inversionFindings(
  list: OrderedList,
  pages: Exchange[],
  field: string,
  direction: Direction,
  check: Check,
): Finding[] {
  // What arrivals push down stands on the next page again. Repeats are the matter of paging-no-overlap.
  const [before, after] = firstInversion(firstSightings(pages), field, signOf(direction, list)) ?? []
  if (!before || !after) return []
  const across = before.exchange !== after.exchange
  return [
    {
      expected: `${field} in ${direction} order`,
      actual: `${shownValue(before, field, check)} before ${shownValue(after, field, check)}${across ? ', across two pages' : ''}`,
      exchanges: across ? [before.exchange, after.exchange] : [after.exchange],
      at: `/${after.index}/${field}`,
    },
  ]
}

/** The items of each page that no page before it holds. */
const firstSightings = (pages: Exchange[]): Sighting[] =>
  sightingsWithOrigin(pages).filter(({ exchange, origin }) => exchange === origin)

export const shownValue = ({ item }: Sighting, field: string, { show }: Check) => show(item.values[field], field)

/** First pages that are sorted in themselves, but aren't the first of the whole list. */
export async function coverageFindings(
  list: OrderedList,
  pages: Exchange[],
  field: string,
  direction: Direction,
  check: Check,
): Promise<Finding[]> {
  if (isMoving(check, field)) return []
  const lost = overlooked(pages, ownLists(check), field, signOf(direction, list))
  const last = pages.at(-1)
  if (!lost || !last || !(await isLost(check, pages, lost))) return []
  return [
    {
      expected: `the first ${nounOf(list.operation).many} by ${field} of the whole list`,
      actual: `${check.show(lost.item.id, list.id)}, which sorts before the end of page ${asked(last, 'page') ?? list.first}, is missing`,
      exchanges: [lost.exchange, last],
      item: lost.item,
    },
  ]
}
