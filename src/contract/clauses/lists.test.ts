import { expect, it } from 'vitest'
import type { Check } from '../clause.ts'
import { bearer } from '../secrets.ts'
import { listExchange, listRequest } from '../testing/conversations.ts'
import { allOwnLists, ownLists } from './lists.ts'

const target = { baseUrl: 'https://chat.example', token: 'made-up', organizationId: 'acme' }

function askedFor(query: [string, string][]) {
  const exchange = { ...listExchange(1, [], query), authorization: bearer(target).show }
  const { operation, path } = listRequest
  const check = { target, operation, ask: { path }, exchanges: () => [exchange] } as unknown as Check
  return { all: allOwnLists(check).length, meant: ownLists(check).length }
}

it.each([
  [[]],
  [
    [
      ['page', '2'],
      ['limit', '100'],
      ['sortBy', 'id'],
      ['sortDirection', 'DESC'],
    ],
  ],
] as [string, string][][][])('learns of the list from the query %j', (query) => {
  expect(askedFor(query)).toEqual({ all: 1, meant: 1 })
})

it.each([
  [[['sortDirection', 'ASC; SELECT 1']]],
  [[['page', '-1']]],
  [[['limit', '1000000000']]],
  [[['sortBy', '__proto__']]],
  [
    [
      ['page', '1'],
      ['page', '2'],
    ],
  ],
  [[['page[]', '1']]],
] as [string, string][][][])('learns nothing of the list from the query %j', (query) => {
  expect(askedFor(query)).toEqual({ all: 1, meant: 0 })
})
