import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { type Exchange, type Item, listOf } from '../exchange.ts'
import { type List, listOfOperation, nounOf } from '../operation.ts'
import { compare, keysOf, sortKey } from '../order.ts'
import { asked, type Sighting, sightingsOf, sightingsWithOrigin, type Walk } from '../walk.ts'
import { arrivals, isLost } from './changes.ts'
import { overlooked } from './coverage.ts'
import { ownLists } from './lists.ts'

const hasSecondPage = (walk: Walk) => walk.pages.length > 1 && Boolean(listOf(walk.pages[0] as Exchange)?.length)

const noSecondPage = ({ operation }: List) => notExercised(`no second page holds a ${nounOf(operation).one}`)

export const noOverlap = (list: List): Rule => ({
  id: 'paging-no-overlap',
  group: 'paging',
  says: `No ${nounOf(list.operation).one} stands on two pages of one list`,
  statement: list.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    if (!walks.some(hasSecondPage)) return noSecondPage(list)
    const findings: Finding[] = []
    for (const walk of [...walks, await check.survey.smallReversed()])
      findings.push(...(await repeatFindings(walk, check)))
    return findings
  },
})

/** Items that stand on two pages of a walk, and were not pushed there by as many arrivals. */
export async function repeatFindings(walk: Walk, check: Check): Promise<Finding[]> {
  const repeats = sightingsWithOrigin(walk.pages).filter(({ exchange, origin }) => exchange !== origin)
  const [first] = repeats
  if (!first) return []
  const most = Math.max(...walk.pages.map((page) => repeats.filter(({ exchange }) => exchange === page).length))
  if ((await arrivals(check)) >= most) return []
  const before = first.origin
  const { one, many } = nounOf(check.operation)
  return [
    {
      expected: `${many} that no page before holds`,
      actual: `a ${one} of page ${asked(before, 'page') ?? listOfOperation(check.operation)?.first} again`,
      exchanges: [before, first.exchange],
      at: `/${first.index}`,
      item: first.item,
    },
  ]
}

export const noGap = (list: List): Rule => ({
  id: 'paging-no-gap',
  group: 'paging',
  says: 'The pages of a list leave nothing out, whatever their size',
  statement: list.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    if (!walks.some(hasSecondPage)) return noSecondPage(list)
    const { order } = list
    if (!order) return []
    const beyond = await check.survey.beyond()
    const reversed = [await check.survey.reversed(), await check.survey.smallReversed()]
    const findings: Finding[] = []
    for (const walk of [...walks, ...(beyond ? [beyond] : []), ...reversed]) {
      const sign = reversed.includes(walk) ? (-order.sign as 1 | -1) : order.sign
      const lost = overlooked(walk.pages, ownLists(check), order.sortBy.default, sign)
      if (lost && (await isLost(check, walk.pages, lost))) {
        findings.push(lossFinding(list, walk, lost, check))
      }
    }
    return findings
  },
})

/** An item that the pages of a walk lack. `again` says that they lacked it before. */
export function lossFinding(list: List, walk: Walk, lost: Sighting, { show }: Check, again = false): Finding {
  const size = walk.query.limit ?? list.limit?.default
  const direction = walk.query.sortDirection
  const pages = `pages${size === undefined ? '' : ` of ${size}`}${direction ? ` in ${direction} order` : ''}`
  const page = placeOf(list, walk, lost.item)
  return {
    expected: `every ${nounOf(list.operation).one} that another request shows`,
    actual: `${pages} leave out ${show(lost.item.id, list.id)}, which belongs on page ${page}${again ? ', each time they are read' : ''}`,
    exchanges: [lost.exchange, ...walk.pages.slice(-2)],
    item: lost.item,
  }
}

/** The number of the page on which an item should have been: the first that goes on to what sorts after it, or else the last. */
function placeOf({ first, order }: List, walk: Walk, item: Item): string | number {
  const filled = walk.pages.filter((page) => listOf(page)?.length)
  const key = order && sortKey(item, order.sortBy.default)
  const sign = order && (walk.query.sortDirection ?? order.sortDirection.default) === order.ascending ? 1 : -1
  const goesBeyond = (page: Exchange) => {
    const last = order && keysOf(sightingsOf([page]), order.sortBy.default).at(-1)
    return key !== undefined && last !== undefined && compare(last, key) * sign > 0
  }
  const page = filled.find(goesBeyond) ?? filled.at(-1)
  return (page && asked(page, 'page')) ?? first
}

export const sameOrder = (list: List): Rule => ({
  id: 'paging-same-order',
  group: 'paging',
  says: 'The order of a list does not depend on the size of its pages',
  statement: list.order?.sortBy ?? list.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const [small, wide, uneven] = (await check.survey.forward()) as [Walk, Walk, Walk]
    if (!hasSecondPage(small)) return noSecondPage(list)
    const sortBy = list.order?.sortBy.default
    return [small, uneven].flatMap((walk) => {
      const places = new Map(sightingsOf(wide.pages).map(({ item }, place) => [item.id, place]))
      const common = sightingsOf(walk.pages).filter(({ item }) => places.has(item.id))
      const at = common.findIndex(
        ({ item }, index) =>
          index > 0 && (places.get(item.id) ?? 0) < (places.get(common[index - 1]?.item.id ?? '') ?? 0),
      )
      const [before, after] = [common[at - 1], common[at]]
      if (!before || !after) return []
      const tie = sortBy !== undefined && sortKey(before.item, sortBy) === sortKey(after.item, sortBy)
      return [
        {
          expected: `the order of pages of ${wide.query.limit}`,
          actual: tie ? `another order of equal ${sortBy}` : 'another order',
          exchanges: [...wide.pages.slice(0, 1), after.exchange],
          at: `/${after.index}`,
          item: after.item,
          ...(tie && { isTie: true }),
          // Where the contract names no order, none is promised.
          ...((tie || sortBy === undefined) && { severity: 'advisory' as const }),
        },
      ]
    })
  },
})
