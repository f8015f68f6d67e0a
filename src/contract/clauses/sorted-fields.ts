import { operations } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { type Exchange, isRefused, listOf } from '../exchange.ts'
import { distinctKeys, firstInversion, firstScattered, hasOrder, isUnambiguous, keysOf } from '../order.ts'
import { sameIds } from '../same-page.ts'
import { queryOf, type Sighting, sightingsOf } from '../walk.ts'
import { isMoving } from './changes.ts'
import { ownLists } from './lists.ts'
import { numeric, sortable } from './sortable.ts'
import {
  ascending,
  coverageFindings,
  type Direction,
  descending,
  inversionFindings,
  noListFinding,
  shownValue,
  signOf,
  sortedPage,
} from './sorted.ts'
import { bothWays, isTelling } from './sorted-both-ways.ts'
import { honoured, isDefaultOrder, readingsOf } from './sorted-readings.ts'

const { parameters } = operations.listConversations

const { sortBy, sortDirection } = parameters

/** Neighbours that are out of order; of a text that has no order everywhere, equal values that aren't neighbours. */
function outOfOrder(sightings: Sighting[], field: string, direction: Direction): [Sighting, Sighting] | undefined {
  if (hasOrder(field)) return firstInversion(sightings, field, signOf(direction))
  return isUnambiguous(field, sightings) ? firstScattered(sightings, field) : undefined
}

const fieldOrder: Clause = {
  id: 'sorting-field',
  group: 'sorting',
  says: 'sortBy chooses the field that the list is sorted by: one that the server does not know is refused',
  statement: sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const [newest] = (await check.survey.reversed()).pages as [Exchange]
    const findings: Finding[] = []
    const ignored: Exchange[] = []
    let sorted = 0
    for (const field of sortable) {
      const { up, down } = await readingsOf(check, field)
      for (const [exchange, direction] of [
        [down, descending],
        [up, ascending],
      ] as const) {
        if (isRefused(exchange)) continue
        if (!listOf(exchange)) findings.push(noListFinding(exchange))
        const broken = isMoving(check, field) ? undefined : outOfOrder(sightingsOf([exchange]), field, direction)
        if (broken && (await isDefaultOrder(check, exchange))) ignored.push(exchange)
        else if (broken) findings.push(disorderFinding(exchange, field, direction, broken, check))
        else if (exchange === down && outOfOrder(sightingsOf([newest]), field, descending)) sorted++
      }
    }
    if (findings.length + ignored.length + sorted === 0) {
      return notExercised('the server refuses to sort by other fields, or the data shows no difference')
    }
    const sortsBySome = sorted > 0 || (ignored.length > 0 && (await honoured(check, identity)) !== undefined)
    return [...findings, ...ignored.map((exchange) => ignoredFinding(exchange, sortsBySome))]
  },
}

/** The field that tells conversations apart, which a server may sort by when it ignores others. */
const identity = 'id'

/** Nobody documents which fields there are, so a server that sorts by some may fall back for others. */
const ignoredFinding = (exchange: Exchange, sortsBySome: boolean): Finding => ({
  expected: 'the order of the field that was asked for, or a 4xx',
  actual: `the order of ${sortBy.default}`,
  exchanges: [exchange],
  severity: sortsBySome ? 'advisory' : 'violated',
})

function disorderFinding(
  exchange: Exchange,
  field: string,
  direction: Direction,
  broken: [Sighting, Sighting],
  check: Check,
): Finding {
  const [before, after] = broken.map((sighting) => shownValue(sighting, field, check))
  const ordered = hasOrder(field)
  return {
    expected: ordered ? `${field} in ${direction} order` : `equal values of ${field} side by side`,
    actual: ordered ? `${before} before ${after}` : `${after} again after ${before}`,
    exchanges: [exchange],
    at: `/${broken[1].index}/${field}`,
  }
}

const numericOrder: Clause = {
  id: 'sorting-numeric',
  group: 'sorting',
  says: 'Numbers are sorted as numbers, over the whole list and not page by page',
  statement: sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.wide()
    const findings: Finding[] = []
    let judged = 0
    for (const field of numeric) {
      const first = await sortedPage(check, field, ascending, 1)
      if (isRefused(first) || !listOf(first)?.length) continue
      if (distinctKeys(sightingsOf(ownLists(check)), field) < 2) continue
      // A server that does not sort by this field at all is the matter of sorting-field.
      if (sameIds(first, await check.survey.explicit())) continue
      // One field shows what happens from page to page.
      const pages = judged++ === 0 ? [first, await sortedPage(check, field, ascending, 2)] : [first]
      findings.push(...inversionFindings(pages, field, ascending, check))
      findings.push(...(await coverageFindings(pages, field, ascending, check)))
    }
    return judged > 0 ? findings : notExercised('the server sorts by no numeric field, or the data shows no difference')
  },
}

const directionOfField: Clause = {
  id: 'sorting-direction-of-field',
  group: 'sorting',
  says: `A list sorted by another field is ${sortDirection.default} too when no direction is given`,
  statement: sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    for (const field of sortable) {
      const readings = await honoured(check, field)
      const [rising, falling] = [readings?.up, readings?.down].map((page) => page && firstKey(page, field))
      if (!readings || !isTelling(readings, field) || rising === falling) continue
      const exchange = await check.ask.any({ query: queryOf({ sortBy: field }) })
      if (!listOf(exchange)) return isRefused(exchange) ? [] : [noListFinding(exchange)]
      if (firstKey(exchange, field) === rising)
        return inversionFindings([exchange], field, sortDirection.default, check)
      return [
        {
          expected: `the list to begin as with sortDirection=${sortDirection.default}`,
          actual: `it begins ${firstKey(exchange, field) === falling ? `as with ${descending}` : `with another ${field}`}`,
          exchanges: [readings.up, exchange],
        },
      ]
    }
    return notExercised('the server sorts by no other field, or the data shows no difference between its two ends')
  },
}

const firstKey = (exchange: Exchange, field: string) => keysOf(sightingsOf([exchange]), field)[0]

export const sortedFieldClauses: Clause[] = [fieldOrder, numericOrder, bothWays, directionOfField]
