import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { assumed } from '../evidence.ts'
import { describe, type Exchange, itemsOf, listOf } from '../exchange.ts'
import { type List, nounOf } from '../operation.ts'
import { sortKey } from '../order.ts'
import { sameIds } from '../same-page.ts'
import { asked, isNoPage, queryOf, type Sighting, sightingsOf, type Walk, walkOver } from '../walk.ts'
import { arrivals, isLost, isStillThere } from './changes.ts'
import { foundAfterwards, neverReached } from './coverage.ts'
import { ownLists } from './lists.ts'
import { lossFinding } from './page-borders.ts'

export const lastPage = (list: List): Rule => ({
  id: 'paging-last-page',
  group: 'paging',
  says: `The list goes on until its last ${nounOf(list.operation).one}`,
  statement: list.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const beyond = await check.survey.beyond()
    const walks = [
      ...(await check.survey.forward()),
      ...(beyond ? [beyond] : []),
      await check.survey.reversed(),
    ].filter(({ end }) => end === 'complete')
    if (walks.length === 0) return notExercised('no walk came to the end of the list')
    const findings: Finding[] = await tailFindings(list, check)
    for (const walk of walks) {
      const lost = neverReached(walk.pages, ownLists(check))
      if (lost && (await isLost(check, walk.pages, lost))) {
        findings.push(lossFinding(list, walk, lost, check))
      }
    }
    return findings
  },
})

export const complete = (list: List): Rule => ({
  id: 'paging-complete',
  group: 'paging',
  says: `The list holds every ${nounOf(list.operation).one} that is in a list of another order`,
  statement: list.body,
  severity: 'violated',
  last: true,
  async judge(check) {
    const wide = await check.survey.wide()
    if (wide.end !== 'complete') return notExercised('the end of the list was not reached')
    const suspect = foundAfterwards(wide.pages, ownLists(check))
    return suspect ? neverListed(list, check, wide, suspect) : []
  },
})

/** An item that is on no page of the list when that is walked once more, and still in the other: that confirms it. */
async function neverListed(list: List, check: Check, wide: Walk, suspect: Sighting): Promise<Finding[]> {
  const reading = { first: list.first, most: 2 * wide.pages.length }
  const again = await walkOver(wide.query, reading, (query) => check.ask.again(queryOf(list, query)))
  const { id } = suspect.item
  if (again.end !== 'complete' || sightingsOf(again.pages).some(({ item }) => item.id === id)) return []
  return (await isStillThere(check, suspect)) ? [lossFinding(list, again, suspect, check, true)] : []
}

/** The last page of default size, which the walk in such pages may not have come to, against the end of the wide walk. */
async function tailFindings({ operation, first, limit, order: sorting }: List, check: Check): Promise<Finding[]> {
  const wide = await check.survey.wide()
  if (wide.end !== 'complete' || !limit || !sorting) return []
  const order = sightingsOf(wide.pages)
  if (order.length === 0) return []
  const full = Math.min(limit.default, listOf(wide.pages[0] as Exchange)?.length ?? 0)
  const start = Math.floor((order.length - 1) / full) * full
  const exchange = await check.survey.page({ ...check.survey.defaults, page: first + start / full })
  // By their sort keys, since equal ones may be in another order in pages of another size.
  const expected = order.slice(start).map(({ item }) => sortKey(item, sorting.sortBy.default))
  const items = itemsOf(exchange)
  const found = listOf(exchange)?.map((item) => sortKey(item, sorting.sortBy.default))
  const isTail = JSON.stringify(found) === JSON.stringify(expected)
  if (isTail || (await hasChanged(check, wide))) return []
  return [
    {
      expected: `the last ${expected.length} of ${order.length} ${nounOf(operation).many}`,
      actual: items ? `${items.length} items, not those` : describe(exchange),
      exchanges: [wide.pages.at(-2) as Exchange, exchange],
    },
  ]
}

/** Whether the end of a list is another by now than when it was walked. */
async function hasChanged(check: Check, walk: Walk): Promise<boolean> {
  const last = walk.pages.at(-2) as Exchange
  return !sameIds(last, await check.ask.again(last.query))
}

export const pastEnd = (list: List): Rule => ({
  id: 'paging-past-end',
  group: 'paging',
  says: 'A page past the end is an empty list',
  statement: assumed(list.body),
  severity: 'violated',
  async judge(check) {
    const walks = await check.survey.forward()
    const ends = walks
      .filter(({ end }) => end === 'repeating' || end === 'broken')
      .map(({ pages }) => pages.at(-1) as Exchange)
      .filter((exchange) => Number(asked(exchange, 'page') ?? list.first) > list.first)
    const most = await mostItems(list, check, walks)
    if (most === undefined && ends.length === 0) return notExercised('the end of the list was not found')
    const past =
      most === undefined ? [] : [await farPastEnd(list, check, most), ...(await justPastEnd(list, check, most))]
    return [...ends, ...past].flatMap((exchange) =>
      listOf(exchange)?.length === 0
        ? []
        : [
            {
              expected: '200 with []',
              actual: describe(exchange),
              exchanges: [exchange],
              // Nobody documents the end. A server that says that there is no such page misleads no reader.
              ...(isNoPage(exchange) && { severity: 'advisory' as const }),
            },
          ],
    )
  },
})

/** How many items the list has at most; undefined when nothing that was read tells. */
async function mostItems({ limit }: List, { survey }: Check, walks: Walk[]): Promise<number | undefined> {
  const last = await survey.lastPage()
  if (last) return last.place * ((await survey.wideLimit()) ?? limit?.default ?? (listOf(last.exchange)?.length || 1))
  const isLong = walks.some(({ end }) => end === 'unfinished') && !walks.some(({ end }) => end === 'complete')
  return isLong ? undefined : Math.max(...walks.map(({ pages }) => sightingsOf(pages).length))
}

/** Of a list that seems empty, the second page shows whether only the first one is. */
const farPastEnd = ({ first, limit }: List, { survey }: Check, most: number) =>
  survey.page({ page: first + (most === 0 ? 1 : most + (limit?.default ?? 1) - 1), limit: limit?.default })

/** Where the last page is full, an off-by-one shows on the next one, unless arrivals fill it. */
async function justPastEnd({ first, limit }: List, check: Check, count: number): Promise<Exchange[]> {
  if (!limit || count === 0 || count % limit.default > 0) return []
  const next = await check.survey.page({ page: first + count / limit.default, limit: limit.default })
  return listOf(next)?.length && (await arrivals(check)) > 0 ? [] : [next]
}
