import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { makeConversations } from './conversations.ts'
import { type Database, openDatabase } from './database.ts'
import { statementsFor } from './sql.ts'

const { parameters } = operations.listConversations

const statements = statementsFor('plans', false)
let database: Database

/** Enough that PostgreSQL, left to its own statistics, prefers an index to sorting. */
beforeAll(async () => {
  database = await openDatabase(undefined)
  for (const statement of statements.create) await database.query(statement)
  const made = makeConversations('organization', 5_000, 'plans')
  await database.query(statements.insert, [JSON.stringify(made)])
  for (const statement of [...statements.index, statements.vacuum]) await database.query(statement)
})

afterAll(() => database.close())

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Scan Direction'?: string
  Plans?: Plan[]
}

async function planOf(sql: string, values: unknown[]): Promise<Plan[]> {
  const rows = await database.query(`explain (format json) ${sql}`, values)
  const [[{ Plan: root }]] = rows.map((row) => row['QUERY PLAN']) as [[{ Plan: Plan }]]
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
  return nodes(root)
}

const indexOf = (sortBy: string) => (sortBy === 'id' ? 'conversations_pkey' : `by_${sortBy}`)
const orders = parameters.sortBy.known.flatMap((sortBy) =>
  parameters.sortDirection.allowed.map((direction) => [sortBy, direction] as const),
)

test.for(orders)('a page by %s %s is picked from its index alone, without sorting the list', async ([sortBy, way]) => {
  const plan = await planOf(statements.list(sortBy, way), ['organization', 10, 900])
  expect(plan.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  expect(plan.find((node) => node['Node Type'] === 'Index Only Scan')).toMatchObject({
    'Index Name': indexOf(sortBy),
    'Scan Direction': way === 'ASC' ? 'Forward' : 'Backward',
  })
  // Only the page is sorted, once it is joined with its bodies.
  const limit = plan.findIndex((node) => node['Node Type'] === 'Limit')
  expect(plan.slice(limit).map((node) => node['Node Type'])).not.toContain('Incremental Sort')
  expect(plan[limit]?.Plans?.map((node) => node['Node Type'])).toEqual(['Index Only Scan'])
})

test.for(parameters.sortBy.known)('a ranking by %s is read from its index alone', async (sortBy) => {
  const plan = await planOf(statements.ranking(sortBy), ['organization'])
  expect(plan.map((node) => node['Node Type'])).toEqual(['Aggregate', 'Index Only Scan'])
  expect(plan[1]).toMatchObject({ 'Index Name': indexOf(sortBy) })
})

test('the conversations of a page are picked by an index', async () => {
  const plan = await planOf(statements.pick, [Array.from({ length: 10 }, (_, index) => 1 + index * 7)])
  const types = plan.map((node) => node['Node Type'])
  expect(types).toContain('Index Scan')
  expect(types).not.toContain('Seq Scan')
})
