import { parameters } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { distinctKeys, firstInversion, firstScattered, hasOrder } from '../order.ts'
import { sameIds } from '../same-page.ts'
import { large } from '../survey.ts'
import { queryOf, type Sighting, sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'
import { fewValued, numeric, yesOrNo } from './sortable.ts'
import {
  ascending,
  coverageFindings,
  descending,
  inversionFindings,
  isRefused,
  noListFinding,
  shownValue,
  signOf,
  sortedPage,
} from './sorted.ts'

const { sortBy, sortDirection } = parameters

/** The fields that are tried: every number, every yes or no, and a text of which there are few different ones. */
const tried = [...fewValued.slice(0, 1), ...yesOrNo, ...numeric]

/** Neighbours that are out of order; of a text that has no order everywhere, equal values that aren't neighbours. */
function outOfOrder(sightings: Sighting[], field: string): [Sighting, Sighting] | undefined {
  if (hasOrder(field, sightings)) return firstInversion(sightings, field, signOf(descending))
  return firstScattered(sightings, field)
}

const fieldOrder: Clause = {
  id: 'sorting-field',
  group: 'sorting',
  says: 'sortBy chooses the field that the list is sorted by',
  statement: sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const [oldest] = (await check.survey.wide()).pages as [Exchange]
    const [newest] = (await check.survey.reversed()).pages as [Exchange]
    const findings: Finding[] = []
    const ignored: Exchange[] = []
    let honoured = 0
    for (const field of tried) {
      const exchange = await sortedPage(check, field, descending, 1, large)
      if (isRefused(exchange)) continue
      if (!listOf(exchange)) {
        findings.push(noListFinding(exchange))
        continue
      }
      const broken = outOfOrder(sightingsOf([exchange]), field)
      if (broken && [newest, oldest].some((other) => isOrderOf(other, exchange))) ignored.push(exchange)
      else if (broken) findings.push(disorderFinding(exchange, field, broken, check))
      else if (outOfOrder(sightingsOf([newest]), field)) honoured++
    }
    if (findings.length + ignored.length + honoured === 0) {
      return notExercised('the server refuses the fields that were tried, or the data shows no difference')
    }
    const sortsBySome = honoured > 0 || (ignored.length > 0 && (await sortsByIdentity(check, newest)))
    return [...findings, ...ignored.map((exchange) => ignoredFinding(exchange, sortsBySome))]
  },
}

/** Whether a server that ignored other fields sorts by the one that tells conversations apart. */
async function sortsByIdentity(check: Check, newest: Exchange): Promise<boolean> {
  const exchange = await sortedPage(check, identity, descending, 1, large)
  return (
    Boolean(listOf(exchange)?.length) && !isOrderOf(newest, exchange) && !outOfOrder(sightingsOf([exchange]), identity)
  )
}

const identity = 'id'

/** Whether a page is the other but for a few conversations, in the same order. */
function isOrderOf(one: Exchange, other: Exchange): boolean {
  const [ids = [], otherIds = []] = [one, other].map((exchange) => listOf(exchange)?.map(({ id }) => id))
  const common = ids.filter((id) => otherIds.includes(id))
  return common.length * 2 > ids.length && common.join() === otherIds.filter((id) => ids.includes(id)).join()
}

/** Nobody documents which fields there are, so a server that sorts by some may fall back for others. */
const ignoredFinding = (exchange: Exchange, sortsBySome: boolean): Finding => ({
  expected: 'the order of the field that was asked for, or a 4xx',
  actual: `the order of ${sortBy.default}`,
  exchanges: [exchange],
  severity: sortsBySome ? 'advisory' : 'violated',
})

function disorderFinding(exchange: Exchange, field: string, broken: [Sighting, Sighting], check: Check): Finding {
  const [before, after] = broken.map((sighting) => shownValue(sighting, field, check))
  const ordered = hasOrder(field, sightingsOf([exchange]))
  return {
    expected: ordered ? `${field} in ${descending} order` : `equal values of ${field} side by side`,
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
    for (const field of numeric) {
      const first = await sortedPage(check, field, ascending, 1)
      if (isRefused(first) || !listOf(first)?.length) continue
      if (distinctKeys(sightingsOf(ownLists(check)), field) < 2) continue
      // A server that does not sort by this field at all is the matter of sorting-field.
      if (sameIds(first, await check.survey.explicit())) continue
      const pages = [first, await sortedPage(check, field, ascending, 2)]
      // One field shows what happens from page to page. That the others are sorted is the matter of sorting-field.
      return [
        ...inversionFindings(pages, field, ascending, check),
        ...(await coverageFindings(pages, field, ascending, check)),
        ...(await otherNumbers(check, field)),
      ]
    }
    return notExercised('the server sorts by no numeric field, or the data shows no difference')
  },
}

/** The other numbers in one wide page, in which small numbers don't hide how large ones are sorted. */
async function otherNumbers(check: Check, judged: string): Promise<Finding[]> {
  const [oldest] = (await check.survey.wide()).pages as [Exchange]
  const fields = numeric.filter((field) => field !== judged)
  const pages = await Promise.all(fields.map((field) => sortedPage(check, field, ascending, 1, large)))
  return pages.flatMap((page, index) => {
    const field = fields[index]
    if (!field || isRefused(page) || isOrderOf(oldest, page)) return []
    return inversionFindings([page], field, ascending, check)
  })
}

const directionOfField: Clause = {
  id: 'sorting-direction-of-field',
  group: 'sorting',
  says: `A list sorted by another field is ${sortDirection.default} too when no direction is given`,
  statement: sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const [field] = numeric
    if (!field) return notExercised('the contract has no numeric field')
    const exchange = await check.ask.any({ query: queryOf({ sortBy: field }) })
    if (isRefused(exchange) || distinctKeys(sightingsOf([exchange]), field) < 2) {
      return notExercised(`the server refuses ${field}, or its first page shows no difference`)
    }
    if (sameIds(exchange, await check.survey.bare())) {
      const spoken = await sortedPage(check, field, sortDirection.default, 1)
      if (isRefused(spoken) || sameIds(spoken, await check.survey.explicit())) {
        return notExercised(`the server does not sort by ${field}`)
      }
    }
    return inversionFindings([exchange], field, sortDirection.default, check)
  },
}

export const sortedFieldClauses: Clause[] = [fieldOrder, numericOrder, directionOfField]
