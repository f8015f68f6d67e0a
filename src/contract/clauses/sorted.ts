import { operations } from '../../../generated/facts.ts'
import type { Check, Finding } from '../clause.ts'
import { describe, type Exchange } from '../exchange.ts'
import { firstInversion } from '../order.ts'
import { queryOf, type Sighting, sightingsWithOrigin } from '../walk.ts'
import { isLost, isMoving } from './changes.ts'
import { overlooked } from './coverage.ts'
import { ownLists } from './lists.ts'

const { parameters } = operations.listConversations

const { limit, sortDirection } = parameters

export const [ascending, descending] = sortDirection.allowed

export type Direction = typeof ascending | typeof descending

export const signOf = (direction: Direction) => (direction === ascending ? 1 : -1)

/** A list sorted by any field, which a server may refuse: the page does not say which fields it sorts by. */
export const sortedPage = (
  check: Check,
  sortBy: string,
  direction: Direction,
  page: number,
  size: number = limit.default,
) => check.ask.any({ query: queryOf({ page, limit: size, sortBy, sortDirection: direction }) })

/** What is neither a list nor a refusal. */
export const noListFinding = (exchange: Exchange): Finding => ({
  expected: 'a list, or a 4xx',
  actual: describe(exchange),
  exchanges: [exchange],
})

/** Neighbours that stand the wrong way round, within a page or from page to page. */
export function inversionFindings(pages: Exchange[], field: string, direction: Direction, check: Check): Finding[] {
  // What arrivals push down stands on the next page again. Repeats are the matter of paging-no-overlap.
  const [before, after] = firstInversion(firstSightings(pages), field, signOf(direction)) ?? []
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

/** The conversations of each page that no page before it holds. */
const firstSightings = (pages: Exchange[]): Sighting[] =>
  sightingsWithOrigin(pages).filter(({ exchange, origin }) => exchange === origin)

export const shownValue = ({ conversation }: Sighting, field: string, { show }: Check) =>
  show((conversation as Record<string, unknown>)[field], field)

/** First pages that are sorted in themselves, but aren't the first of the whole list. */
export async function coverageFindings(
  pages: Exchange[],
  field: string,
  direction: Direction,
  check: Check,
): Promise<Finding[]> {
  if (isMoving(check, field)) return []
  const lost = overlooked(pages, ownLists(check), field, signOf(direction))
  const last = pages.at(-1)
  if (!lost || !last || !(await isLost(check, pages, lost))) return []
  return [
    {
      expected: `the first conversations by ${field} of the whole list`,
      actual: 'one that sorts before the end of the page is not on it',
      exchanges: [lost.exchange, last],
    },
  ]
}
