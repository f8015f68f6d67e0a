import { type Check, type Finding, type NotExercised, notExercised, type Rule } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { nounOf } from '../operation.ts'
import { sortKey } from '../order.ts'
import { asked, type Sighting, sightingsOf, type Walk } from '../walk.ts'
import { arrivals } from './changes.ts'
import type { SizedList } from './page-size.ts'

export const limitOne = (list: SizedList): Rule => ({
  id: 'paging-limit-one',
  group: 'paging',
  says: `With ${list.limit.name}=1, page ${list.first + 1} is the second ${nounOf(list.operation).one}`,
  statement: list.limit,
  severity: 'violated',
  compares: true,
  judge: async (check) => nthOfOne(list, check, 2),
})

export const deep = (list: SizedList): Rule => ({
  id: 'paging-deep',
  group: 'paging',
  says: 'A page deep in the list is the continuation of the pages before it',
  statement: list.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const wide = await check.survey.wide()
    const small = await check.survey.small()
    const complete = [wide, small].find(({ end }) => end === 'complete')
    if (complete) {
      const count = sightingsOf(complete.pages).length
      return nthOfOne(list, check, count)
    }
    const last = await check.survey.lastPage()
    if (!last) return notExercised('the end of the list was not found')
    const walked = wide.pages.includes(last.exchange)
    return walked
      ? nthOfOne(list, check, sightingsOf(wide.pages).length)
      : lastPageFindings(list, check, wide, last.exchange)
  },
})

/** A single item by its place, against the order that the widest walk showed. */
async function nthOfOne(
  { operation, first, order }: SizedList,
  check: Check,
  place: number,
): Promise<Finding[] | NotExercised> {
  const { one } = nounOf(operation)
  const expected = sightingsOf((await check.survey.wide()).pages)[place - 1]
  if (!expected) return notExercised(`no list with a ${one} was answered`)
  const exchange = await check.survey.page({ limit: 1, page: first + place - 1 })
  const [item, ...others] = listOf(exchange) ?? []
  const isOne = others.length === 0
  if (isOne && item?.id === expected.item.id) return []
  if (isOne && (await hasMoved(check, expected, item?.id))) return []
  if (!item || !isOne) {
    return [{ expected: `one ${one}`, actual: describe(exchange), exchanges: [exchange] }]
  }
  const sortBy = order?.sortBy.default
  const tie = sortBy !== undefined && sortKey(item, sortBy) === sortKey(expected.item, sortBy)
  return [
    {
      expected: `the ${one} in place ${place} of wider pages`,
      actual: tie ? `another one with an equal ${sortBy}` : 'another one',
      exchanges: [expected.exchange, exchange],
      item,
      ...(tie && { severity: 'advisory' as const, isTie: true }),
    },
  ]
}

/** Whether the place that an item had is another's by now, or nobody's: something was deleted. */
async function hasMoved(check: Check, { exchange, index }: Sighting, id: string | undefined): Promise<boolean> {
  return listOf(await check.ask.again(exchange.query))?.[index]?.id === id
}

/** The last page of a list too long to be walked: nothing of the first pages, and the other end of the list at its end. */
async function lastPageFindings(
  { operation, order }: SizedList,
  check: Check,
  wide: Walk,
  last: Exchange,
): Promise<Finding[]> {
  const { many } = nounOf(operation)
  const early = new Set(sightingsOf(wide.pages).map(({ item }) => item.id))
  const items = listOf(last) ?? []
  if (items.some(({ id }) => early.has(id))) {
    return [{ expected: `${many} that no early page holds`, actual: 'some again', exchanges: [...wide.pages, last] }]
  }
  if (!order) return []
  const [other] = (await check.survey.smallReversed()).pages as [Exchange]
  const ids = new Set(items.map(({ id }) => id))
  const lost = (listOf(other) ?? []).slice(0, items.length).find(({ id }) => !ids.has(id))
  if (!lost || (await arrivals(check)) > 0) return []
  return [
    {
      expected: `the first ${many} of the reverse order at the end of the list`,
      actual: `${check.show(lost.id, check.operation.list?.id)} is on none of them, and belongs on page ${asked(last, 'page')}`,
      exchanges: [other, last],
      item: lost,
    },
  ]
}
