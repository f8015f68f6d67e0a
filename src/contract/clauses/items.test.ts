import { expect, it } from 'vitest'
import { testClock } from '../testing/clock.ts'
import { listOnly } from '../testing/conversations.ts'
import { listServer, testToken } from '../testing/list-server.ts'
import { fetchOf } from '../testing/server.ts'
import { verify } from '../verify.ts'

it.each<[string, (time: Date) => unknown]>([
  ['an array', (time) => [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()]],
  ['an object', (time) => ({ $date: time.toISOString() })],
])('takes a conversation whose time is sent as %s for the same one in each answer', async (_, sent) => {
  const serve = listServer({ item: (each) => ({ ...each, created_at: sent(new Date(each.created_at)) }) })
  const { clauses } = await verify({
    ...listOnly,
    baseUrl: 'https://chat.example',
    token: testToken,
    organizationId: 'acme',
    only: ['conversation-unique-ids', 'conversation-created-at', 'sorting-ascending'],
    clock: testClock(),
    fetch: fetchOf(serve).fetch,
  })
  const verdicts = Object.fromEntries(clauses.map(({ id, verdict }) => [id, verdict]))
  expect(verdicts).toMatchObject({ 'conversation-unique-ids': 'held', 'conversation-created-at': 'violated' })
})
