import { expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { clauses, renderReport, verify } from '../../src/contract/index.ts'
import type { Listening } from '../../src/testing/servers.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import { violatedIn } from '../matrix/report-on.ts'
import { other, own } from './data.ts'
import { goodExpress, sloppyExpress } from './express.ts'
import { goodFastify, sloppyFastify } from './fastify.ts'

const { id, list, parameters } = operations.listConversations
const known: readonly string[] = [list.page, list.limit, list.sortBy, list.sortDirection]

/** The servers know no other operation, and no other parameter of this one: of what the contract gains nothing is judged. */
const unknownClauses = Object.entries(parameters)
  .filter(([name, { in: place }]) => place === 'query' && !known.includes(name))
  .flatMap(([name]) => [`filtering-${kebabCase(name)}`, `hostile-${kebabCase(name)}`])
const skip = clauses.map((clause) => clause.id).filter((clause) => unknownClauses.includes(clause))

/** What --intrusive adds: an enormous limit, and four methods. */
const intrusive = 5

async function verdictsOn(start: () => Promise<Pick<Listening, 'baseUrl' | 'close'>>) {
  const { baseUrl, close } = await start()
  try {
    const { id: organizationId, token } = own
    const others = { otherToken: other.token, otherOrganizationId: other.id }
    const chosen = { operations: [id], skip, intrusive: true }
    return await verify({ baseUrl, token, organizationId, ...others, ...chosen, timeout: 30_000 })
  } finally {
    await close()
  }
}

it.each([
  ['Express', goodExpress],
  ['Fastify', goodFastify],
])('accuses no good server of %s, and asks at most a hundred times', async (_, start) => {
  const report = await verdictsOn(start)
  expect(violatedIn(report), renderReport(report, 'text')).toEqual([])
  expect(report.requests - intrusive).toBeLessThanOrEqual(100)
})

it.each([
  [
    'Express',
    sloppyExpress,
    [
      'tenancy-other-organization',
      'tenancy-other-token',
      'sorting-field',
      'hostile-page',
      'hostile-limit',
      'hostile-sort-by',
      'hostile-repeated',
      'leak-errors',
    ],
  ],
  [
    'Fastify',
    sloppyFastify,
    [
      'paging-last-page',
      'sorting-descending',
      'sorting-numeric',
      'sorting-both-ways',
      'hostile-page',
      'hostile-limit',
      'hostile-sort-by',
      'hostile-repeated',
      'leak-errors',
    ],
  ],
])('says what is wrong with a sloppy server of %s', async (_, start, expected) => {
  const report = await verdictsOn(start)
  expect(violatedIn(report), renderReport(report, 'text')).toEqual(expected)
})
