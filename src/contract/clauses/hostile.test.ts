import { expect, it } from 'vitest'
import { testClock } from '../testing/clock.ts'
import { listOnly } from '../testing/conversations.ts'
import { listServer, testToken } from '../testing/list-server.ts'
import { fetchOf, json, type Received } from '../testing/server.ts'
import { verify } from '../verify.ts'

const serve = listServer({})

/** Which clauses of hostile input a server violates that fails wherever `fails` says so. */
async function violated(fails: (query: URLSearchParams) => boolean) {
  const answer = (request: Received) =>
    fails(request.url.searchParams) ? json({ message: 'Failed' }, { status: 500 }) : serve(request)
  const { clauses } = await verify({
    ...listOnly,
    baseUrl: 'https://chat.example',
    token: testToken,
    organizationId: 'acme',
    clock: testClock(),
    fetch: fetchOf(answer).fetch,
  })
  return clauses.filter(({ id, verdict }) => id.startsWith('hostile') && verdict === 'violated').map(({ id }) => id)
}

it.each([
  ['page', 'hostile-page'],
  ['limit', 'hostile-limit'],
  ['sortBy', 'hostile-sort-by'],
  ['sortDirection', 'hostile-sort-direction'],
])('accuses an empty %s alone, though it is sent beside another', async (name, clause) => {
  expect(await violated((query) => query.get(name) === '')).toEqual([clause])
})

it('accuses both of two parameters that fail only when both are empty', async () => {
  const fails = (query: URLSearchParams) => query.get('page') === '' && query.get('limit') === ''
  expect(await violated(fails)).toEqual(['hostile-page', 'hostile-limit'])
})
