import { conversation, parameters } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { distinctKeys, firstInversion, firstScattered, hasOrder, isNumeric } from '../order.ts'
import { difference } from '../same-page.ts'
import { large } from '../survey.ts'
import { queryOf, type Sighting, sightingsOf, walkOver } from '../walk.ts'
import { ownLists } from './lists.ts'
import { repeatFindings } from './paging.ts'
import {
  ascending,
  coverageFindings,
  descending,
  inversionFindings,
  isRefused,
  sameIds,
  shownValue,
  signOf,
  sortedPage,
} from './sorted.ts'

const { sortBy, sortDirection } = parameters

const sortable = sortBy.known.filter((field) => field !== sortBy.default && !conversation.fields[field].nullable)

const fewValued = sortable.find((field) => 'known' in conversation.fields[field])

const numeric = sortable.filter(isNumeric)

/** The fields that are tried: every number, and a text of which there are few different ones. */
const tried = sortable.filter((field) => isNumeric(field) || field === fewValued)

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
        findings.push({ expected: 'a list, or a 4xx', actual: describe(exchange), exchanges: [exchange] })
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
    return [...findings, ...ignored.map((exchange) => ignoredFinding(exchange, honoured > 0))]
  },
}

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
  const fields = numeric.filter((field) => field !== judged)
  const pages = await Promise.all(fields.map((field) => sortedPage(check, field, ascending, 1, large)))
  return pages.flatMap((page, index) => {
    const field = fields[index]
    return field && !isRefused(page) ? inversionFindings([page], field, ascending, check) : []
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

const ties: Clause = {
  id: 'sorting-ties',
  group: 'sorting',
  says: 'Equal sort keys do not tear pages: nothing stands on two pages',
  statement: parameters.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.forward()
    await check.survey.newest()
    const field = fewValued
    if (!field) return notExercised('the contract has no field with equal values')
    const walk = await walkOver({ sortBy: field }, 2, ({ page = 1 }) => sortedPage(check, field, ascending, page))
    const [first] = walk.pages
    if (!first || walk.pages.length < 2 || walk.end === 'broken') {
      return notExercised('no second page, or the server refuses the field')
    }
    if (sameIds(first, await check.survey.explicit())) return notExercised(`the server does not sort by ${field}`)
    return repeatFindings(walk, check)
  },
}

const stable: Clause = {
  id: 'sorting-stable',
  group: 'sorting',
  says: 'Equal requests put equal sort keys in the same order',
  statement: sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.forward()
    const field = fewValued
    if (!field) return notExercised('the contract has no field with equal values')
    const first = await sortedPage(check, field, ascending, 1)
    if (!listOf(first)?.length) return notExercised('the server refuses the field, or has no conversation')
    const again = await check.ask.again(first.query)
    const found = difference(first, again, check.exchanges(), field)
    // What is missing may have been deleted, and what is new may have been changed: only the order is at stake here.
    if (found !== 'order' && found !== 'order of equal keys') return []
    return [{ expected: 'the same order', actual: `another answer: ${found}`, exchanges: [first, again] }]
  },
}

export const sortedFieldClauses: Clause[] = [fieldOrder, numericOrder, directionOfField, ties, stable]
