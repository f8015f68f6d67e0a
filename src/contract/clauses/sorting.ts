import { conversation, parameters } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { distinctKeys, firstInversion, firstScattered, hasOrder, isNumeric } from '../order.ts'
import { difference } from '../same-page.ts'
import { large } from '../survey.ts'
import { queryOf, type Sighting, sightingsOf, type Walk, walkOver } from '../walk.ts'
import { overlooked } from './coverage.ts'
import { sortingDefaults } from './defaults.ts'
import { ownLists } from './lists.ts'
import { repeatedConversation } from './paging.ts'

const { sortBy, sortDirection } = parameters
const [ascending, descending] = sortDirection.allowed
const byDefault = sortBy.default

const signOf = (direction: string) => (direction === ascending ? 1 : -1)

const sameKeys = notExercised(`all conversations have the same ${byDefault}`)

/** Pages in the order that was asked for, within a page and from page to page. */
function inversionFinding(sightings: Sighting[], field: string, direction: string, check: Check): Finding[] {
  const [before, after] = firstInversion(sightings, field, signOf(direction)) ?? []
  if (!before || !after) return []
  const values = [before, after].map(({ conversation }) =>
    check.show((conversation as Record<string, unknown>)[field], field),
  )
  return [
    {
      expected: `${field} in ${direction} order`,
      actual: `${values[0]} before ${values[1]}${before.exchange === after.exchange ? '' : ', across two pages'}`,
      exchanges: before.exchange === after.exchange ? [after.exchange] : [before.exchange, after.exchange],
      at: `/${after.index}/${field}`,
    },
  ]
}

/** A first page that is sorted in itself, but isn't the first of the whole list. */
function coverageFinding(pages: Exchange[], field: string, direction: string, check: Check): Finding[] {
  const lost = overlooked(pages, ownLists(check), field, signOf(direction))
  const last = pages.at(-1)
  if (!lost || !last) return []
  return [
    {
      expected: `the first conversations by ${field} of the whole list`,
      actual: 'one that sorts before the end of the page is not on it',
      exchanges: [lost.exchange, last],
    },
  ]
}

const ascendingOrder: Clause = {
  id: 'sorting-ascending',
  group: 'sorting',
  says: `${ascending} puts the oldest conversation first, over the whole list`,
  statement: sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    if (walks.every(({ pages }) => distinctKeys(sightingsOf(pages), byDefault) < 2)) return sameKeys
    const explicit = await check.survey.explicit()
    return [...walks.map(({ pages }) => pages), [explicit]].flatMap((pages) => [
      ...inversionFinding(sightingsOf(pages), byDefault, ascending, check),
      ...coverageFinding(pages, byDefault, ascending, check),
    ])
  },
}

const descendingOrder: Clause = {
  id: 'sorting-descending',
  group: 'sorting',
  says: `${descending} puts the newest conversation first, over the whole list`,
  statement: sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const reversed = await check.survey.reversed()
    if (distinctKeys(sightingsOf(reversed.pages), byDefault) < 2) return sameKeys
    return [reversed.pages, [await check.survey.newest()]].flatMap((pages) => [
      ...inversionFinding(sightingsOf(pages), byDefault, descending, check),
      ...coverageFinding(pages, byDefault, descending, check),
    ])
  },
}

const sortable = sortBy.known.filter((field) => field !== byDefault && !conversation.fields[field].nullable)

const fewValued = sortable.find((field) => 'known' in conversation.fields[field])

/** The fields that are tried: every number, a text of which all are different, and one of which there are few. */
const tried = sortable.filter((field) => isNumeric(field) || field === 'id' || field === fewValued)

/** A sorted list that a server may refuse: the page does not say which fields it sorts by. */
const sorted = (check: Check, field: string, direction: string, page = 1, limit?: number) =>
  check.ask.any({
    query: queryOf({ page, limit: limit ?? parameters.limit.default, sortBy: field, sortDirection: direction }),
  })

const refused = ({ answer }: Exchange) => answer !== undefined && answer.status >= 400 && answer.status < 500

const outOfOrder = (sightings: Sighting[], field: string, direction: string) =>
  hasOrder(field) ? firstInversion(sightings, field, signOf(direction)) : firstScattered(sightings, field)

const sameIds = (a: Exchange, b: Exchange) =>
  JSON.stringify(listOf(a)?.map(({ id }) => id)) === JSON.stringify(listOf(b)?.map(({ id }) => id))

const fieldOrder: Clause = {
  id: 'sorting-field',
  group: 'sorting',
  says: 'sortBy chooses the field that the list is sorted by',
  statement: sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const oldest = (await check.survey.wide()).pages[0] as Exchange
    const newest = (await check.survey.reversed()).pages[0] as Exchange
    const findings: Finding[] = []
    const ignored: Exchange[] = []
    let honoured = 0
    for (const field of tried) {
      const exchange = await sorted(check, field, descending, 1, large)
      if (refused(exchange)) continue
      if (!listOf(exchange)) {
        findings.push({ expected: 'a list, or a 4xx', actual: describe(exchange), exchanges: [exchange] })
        continue
      }
      const broken = outOfOrder(sightingsOf([exchange]), field, descending)
      if (!broken) {
        if (outOfOrder(sightingsOf([newest]), field, descending)) honoured++
        continue
      }
      if ([newest, oldest].some((other) => sameIds(exchange, other))) ignored.push(exchange)
      else findings.push(disorderFinding(exchange, field, broken, check))
    }
    if (findings.length + ignored.length + honoured === 0) {
      return notExercised('the server refuses the fields that were tried, or the data shows no difference')
    }
    const severity = honoured > 0 ? ('advisory' as const) : ('violated' as const)
    return [
      ...findings,
      ...ignored.map((exchange) => ({
        expected: 'the order of the field that was asked for, or a 4xx',
        actual: `the order of ${byDefault}`,
        exchanges: [exchange],
        severity,
      })),
    ]
  },
}

function disorderFinding(
  exchange: Exchange,
  field: string,
  [before, after]: [Sighting, Sighting],
  check: Check,
): Finding {
  const [a, b] = [before, after].map(({ conversation }) =>
    check.show((conversation as Record<string, unknown>)[field], field),
  )
  return {
    expected: hasOrder(field) ? `${field} in ${descending} order` : `equal values of ${field} side by side`,
    actual: hasOrder(field) ? `${a} before ${b}` : `${b} again after ${a}`,
    exchanges: [exchange],
    at: `/${after.index}/${field}`,
  }
}

const numericOrder: Clause = {
  id: 'sorting-numeric',
  group: 'sorting',
  says: 'Numbers are sorted as numbers, over the whole list',
  statement: sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const findings: Finding[] = []
    let judged = 0
    await check.survey.wide()
    for (const field of tried.filter(isNumeric)) {
      const first = await sorted(check, field, ascending)
      if (refused(first) || !listOf(first)?.length) continue
      if (distinctKeys(sightingsOf(ownLists(check)), field) < 2) continue
      // A server that does not sort by this field at all is the matter of sorting-field.
      if (sameIds(first, await check.survey.explicit())) continue
      judged++
      findings.push(
        ...inversionFinding(sightingsOf([first]), field, ascending, check),
        ...coverageFinding([first], field, ascending, check),
      )
    }
    return judged > 0 ? findings : notExercised('the server sorts by no numeric field, or the data shows no difference')
  },
}

const otherDefault: Clause = {
  id: 'sorting-direction-of-field',
  group: 'sorting',
  says: `A list sorted by another field is ${sortDirection.default} too when no direction is given`,
  statement: sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const field = tried.find(isNumeric)
    if (!field) return notExercised('the contract has no numeric field')
    const exchange = await check.ask.any({ query: queryOf({ sortBy: field }) })
    if (refused(exchange) || distinctKeys(sightingsOf([exchange]), field) < 2) {
      return notExercised(`the server refuses ${field}, or its first page shows no difference`)
    }
    if (sameIds(exchange, await check.survey.bare())) return notExercised(`the server does not sort by ${field}`)
    return inversionFinding(sightingsOf([exchange]), field, sortDirection.default, check)
  },
}

/** The field by which most conversations are equal, so that page borders fall between equals. */
function tiedField(check: Check): string | undefined {
  const sightings = sightingsOf(ownLists(check))
  return [...tried]
    .filter((field) => field !== 'id')
    .sort((a, b) => distinctKeys(sightings, a) - distinctKeys(sightings, b))[0]
}

const ties: Clause = {
  id: 'sorting-ties',
  group: 'sorting',
  says: 'Equal sort keys do not tear pages: nothing stands on two pages or on none',
  statement: parameters.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.forward()
    const field = tiedField(check)
    if (!field) return notExercised('the contract has no field with equal values')
    const walk: Walk = await walkOver({ sortBy: field, limit: parameters.limit.default }, 2, ({ page, limit }) =>
      sorted(check, field, ascending, page, limit),
    )
    if (walk.pages.length < 2 || walk.end === 'broken')
      return notExercised('no second page, or the server refuses the field')
    if (sameIds(walk.pages[0] as Exchange, await check.survey.explicit()))
      return notExercised(`the server does not sort by ${field}`)
    return repeatedConversation(walk)
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
    const field = tiedField(check)
    if (!field) return notExercised('the contract has no field with equal values')
    const first = await sorted(check, field, ascending)
    if (!listOf(first)?.length) return notExercised('the server refuses the field, or has no conversation')
    const again = await check.ask.again(first.query)
    const found = difference(first, again, check.exchanges(), field)
    if (!found) return []
    return [{ expected: 'the same order', actual: `another answer: ${found}`, exchanges: [first, again] }]
  },
}

export const sortingClauses: Clause[] = [
  ...sortingDefaults,
  ascendingOrder,
  descendingOrder,
  fieldOrder,
  numericOrder,
  otherDefault,
  ties,
  stable,
]
