import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { type Exchange, isRefused, listOf } from '../exchange.ts'
import { distinctKeys, firstInversion, firstScattered, hasOrder, isUnambiguous, keysOf } from '../order.ts'
import { sameIds } from '../same-page.ts'
import { queryOf, type Sighting, sightingsOf } from '../walk.ts'
import { isMoving } from './changes.ts'
import { ownLists } from './lists.ts'
import { numericFields, type OrderedList, sortableFields } from './sortable.ts'
import {
  coverageFindings,
  type Direction,
  inversionFindings,
  noListFinding,
  shownValue,
  signOf,
  sortedPage,
} from './sorted.ts'
import { bothWays, isTelling } from './sorted-both-ways.ts'
import { honoured, isDefaultOrder, readingsOf } from './sorted-readings.ts'

/** Neighbours that are out of order; of a text that has no order everywhere, equal values that aren't neighbours. */
function outOfOrder(
  list: OrderedList,
  sightings: Sighting[],
  field: string,
  direction: Direction,
): [Sighting, Sighting] | undefined {
  if (hasOrder(list.item, field)) return firstInversion(sightings, field, signOf(direction, list))
  return isUnambiguous(field, sightings) ? firstScattered(sightings, field) : undefined
}

const fieldOrder = (list: OrderedList): Rule => ({
  id: 'sorting-field',
  group: 'sorting',
  says: `${list.order.sortBy.name} chooses the field that the list is sorted by: one that the server does not know is refused`,
  statement: list.order.sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const { ascending, descending } = list.order
    const [newest] = (await check.survey.reversed()).pages as [Exchange]
    const findings: Finding[] = []
    const ignored: Exchange[] = []
    let sorted = 0
    for (const field of sortableFields(list)) {
      const { up, down } = await readingsOf(list, check, field)
      for (const [exchange, direction] of [
        [down, descending],
        [up, ascending],
      ] as const) {
        if (isRefused(exchange)) continue
        if (!listOf(exchange)) findings.push(noListFinding(exchange))
        const broken = isMoving(check, field) ? undefined : outOfOrder(list, sightingsOf([exchange]), field, direction)
        if (broken && (await isDefaultOrder(check, exchange))) ignored.push(exchange)
        else if (broken) findings.push(disorderFinding(list, exchange, field, direction, broken, check))
        else if (exchange === down && outOfOrder(list, sightingsOf([newest]), field, descending)) sorted++
      }
    }
    if (findings.length + ignored.length + sorted === 0) {
      return notExercised('the server refuses to sort by other fields, or the data shows no difference')
    }
    const sortsBySome = sorted > 0 || (ignored.length > 0 && (await honoured(list, check, list.id)) !== undefined)
    return [...findings, ...ignored.map((exchange) => ignoredFinding(list, exchange, sortsBySome))]
  },
})

/** Nobody documents which fields there are, so a server that sorts by some may fall back for others. */
const ignoredFinding = ({ order }: OrderedList, exchange: Exchange, sortsBySome: boolean): Finding => ({
  expected: 'the order of the field that was asked for, or a 4xx',
  actual: `the order of ${order.sortBy.default}`,
  exchanges: [exchange],
  severity: sortsBySome ? 'advisory' : 'violated',
})

function disorderFinding(
  list: OrderedList,
  exchange: Exchange,
  field: string,
  direction: Direction,
  broken: [Sighting, Sighting],
  check: Check,
): Finding {
  const [before, after] = broken.map((sighting) => shownValue(sighting, field, check))
  const ordered = hasOrder(list.item, field)
  return {
    expected: ordered ? `${field} in ${direction} order` : `equal values of ${field} side by side`,
    actual: ordered ? `${before} before ${after}` : `${after} again after ${before}`,
    exchanges: [exchange],
    at: `/${broken[1].index}/${field}`,
  }
}

const numericOrder = (list: OrderedList): Rule => ({
  id: 'sorting-numeric',
  group: 'sorting',
  says: 'Numbers are sorted as numbers, over the whole list and not page by page',
  statement: list.order.sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.wide()
    const { ascending } = list.order
    const findings: Finding[] = []
    let judged = 0
    for (const field of numericFields(list)) {
      const first = await sortedPage(list, check, field, ascending)
      if (isRefused(first) || !listOf(first)?.length) continue
      if (distinctKeys(sightingsOf(ownLists(check)), field) < 2) continue
      // A server that does not sort by this field at all is the matter of sorting-field.
      if (sameIds(first, await check.survey.explicit())) continue
      // One field shows what happens from page to page.
      const pages = judged++ === 0 ? [first, await sortedPage(list, check, field, ascending, list.first + 1)] : [first]
      findings.push(...inversionFindings(list, pages, field, ascending, check))
      findings.push(...(await coverageFindings(list, pages, field, ascending, check)))
    }
    return judged > 0 ? findings : notExercised('the server sorts by no numeric field, or the data shows no difference')
  },
})

const directionOfField = (list: OrderedList): Rule => ({
  id: 'sorting-direction-of-field',
  group: 'sorting',
  says: `A list sorted by another field is ${list.order.sortDirection.default} too when no direction is given`,
  statement: list.order.sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const { ascending, descending, sortDirection } = list.order
    for (const field of sortableFields(list)) {
      const readings = await honoured(list, check, field)
      const ends = [readings?.up, readings?.down].map((page) => page && firstKey(page, field))
      const [usual, other] = sortDirection.default === ascending ? ends : ends.toReversed()
      if (!readings || !isTelling(readings, field) || usual === other) continue
      const exchange = await check.ask.any({ query: queryOf(list, { sortBy: field }) })
      if (!listOf(exchange)) return isRefused(exchange) ? [] : [noListFinding(exchange)]
      if (firstKey(exchange, field) === usual)
        return inversionFindings(list, [exchange], field, sortDirection.default, check)
      return [
        {
          expected: `the list to begin as with ${sortDirection.name}=${sortDirection.default}`,
          actual: `it begins ${firstKey(exchange, field) === other ? `as with ${sortDirection.default === ascending ? descending : ascending}` : `with another ${field}`}`,
          exchanges: [readings.up, exchange],
        },
      ]
    }
    return notExercised('the server sorts by no other field, or the data shows no difference between its two ends')
  },
})

const firstKey = (exchange: Exchange, field: string) => keysOf(sightingsOf([exchange]), field)[0]

export const sortedFieldRules = (list: OrderedList): Rule[] => [
  fieldOrder(list),
  numericOrder(list),
  bothWays(list),
  directionOfField(list),
]
