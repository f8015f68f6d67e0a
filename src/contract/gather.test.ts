import { expect, it } from 'vitest'
import type { Check, Clause, Finding } from './clause.ts'
import { clauses } from './clauses/index.ts'
import type { Exchange } from './exchange.ts'
import { gather } from './gather.ts'
import { item, listExchange } from './testing/conversations.ts'

const page = (sequence: number, ...ids: (string | null)[]): Exchange =>
  listExchange(
    sequence,
    ids.map((id) => ({ ...item(id ?? '').values, id })),
  )

const clause = (id: string) => clauses.find((each) => each.id === id) as Clause

const checkOf = (exchanges: Exchange[]) =>
  ({ operation: clause('conversation-status').operation, exchanges: () => exchanges }) as unknown as Check

const at = (exchange: Exchange, place: string, changes: Partial<Finding> = {}): Finding => ({
  expected: 'string',
  actual: 'null',
  exchanges: [exchange],
  at: place,
  ...changes,
})

it('counts an item once, however often the list was read, and takes the first as the sample', () => {
  const pages = [page(1, 'a', 'b'), page(2, 'b', 'c')] as const
  const found = [
    at(pages[0], '/1/status', { actual: '1' }),
    at(pages[1], '/0/status', { actual: '2' }),
    at(pages[1], '/1/status'),
  ]
  const breaks = gather(clause('conversation-status'), found, checkOf([...pages]))
  expect(breaks).toEqual([{ ...found[0], count: 2, of: 3 }])
})

it('counts items without an id by all that they are', () => {
  const only = page(1, null, null, 'c')
  const found = [at(only, '/0/id'), at(only, '/1/id')]
  const [one] = gather(clause('conversation-id'), found, checkOf([only]))
  // Two that are the same in everything can't be told apart.
  expect(one).toMatchObject({ count: 1, of: 2 })
})

it('keeps apart what differs in place, in what is expected or in weight', () => {
  const only = page(1, 'a')
  const found = [
    at(only, '/0/status'),
    at(only, '/0/status', { expected: 'one of OPEN, CLOSED' }),
    at(only, '/0/status', { severity: 'advisory' }),
    at(only, '/0/channel'),
  ]
  expect(gather(clause('conversation-status'), found, checkOf([only]))).toHaveLength(4)
})

it('counts how often the same was found where no item is looked at by itself', () => {
  const [one, two] = [page(1, 'a'), page(2, 'b')]
  const found = [one, two, two].map((exchange, index) => ({
    expected: '200',
    actual: index === 2 ? '500' : '404',
    exchanges: [exchange],
  }))
  const breaks = gather(clause('response-status'), found, checkOf([one, two]))
  expect(breaks.map(({ actual, count, of }) => ({ actual, count, of }))).toEqual([
    { actual: '404', count: 2, of: undefined },
    { actual: '500', count: 1, of: undefined },
  ])
})
