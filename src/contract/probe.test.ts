import { expect, it } from 'vitest'
import { BudgetSpentError, Probe } from './probe.ts'
import { testClock } from './testing/clock.ts'
import { fetchOf, json } from './testing/server.ts'

const target = { baseUrl: 'https://chat.example', token: 'made-up', organizationId: 'acme' }

function probeOf(handler: Parameters<typeof fetchOf>[0], options: { maxRequests?: number; rate?: number } = {}) {
  const clock = testClock()
  const { fetch, received } = fetchOf(handler)
  return { clock, received, probe: new Probe({ target, fetch, clock, timeout: 1000, maxRequests: 100, ...options }) }
}

it('sends a well-formed request again when the server fails, and keeps what failed', async () => {
  const { probe } = probeOf((_, count) => (count < 3 ? new Response('', { status: 502 }) : json([])))
  const exchange = await probe.send({ wellFormed: true })
  expect(exchange.answer?.status).toBe(200)
  expect(probe.exchanges.map(({ answer }) => answer?.status)).toEqual([502, 502, 200])
})

it('sends any other request once', async () => {
  const { probe } = probeOf(() => new Response('', { status: 500 }))
  await probe.send({ query: [['page', 'abc']] })
  expect(probe.requests).toBe(1)
})

it('waits as long as a 429 asks, and is slower after it', async () => {
  const { probe, clock } = probeOf((_, count) =>
    count === 1 ? new Response('', { status: 429, headers: { 'Retry-After': '2' } }) : json([]),
  )
  const exchange = await probe.send({})
  expect(exchange.answer?.status).toBe(200)
  expect(clock.waits[0]).toBe(2000)
  expect(probe.exchanges).toHaveLength(1)
  await probe.send({})
  expect(clock.waits).toHaveLength(2)
})

it('waits longer each time when a 429 does not say how long', async () => {
  const { probe, clock } = probeOf((_, count) => (count <= 3 ? new Response('', { status: 429 }) : json([])))
  await probe.send({})
  expect(clock.waits).toEqual([500, 1000, 2000])
})

it.each([
  ['an hour', { 'Retry-After': '3600' }],
  ['without end', { 'Retry-After': '0' }],
])('gives up on a server that wants to be left alone %s', async (_, headers) => {
  const { probe } = probeOf(() => new Response('', { status: 429, headers }))
  await expect(probe.send({})).rejects.toThrow(/429 \(too many requests\).*--rate/)
})

it('spends no more requests than it may', async () => {
  const { probe, received } = probeOf(() => json([]), { maxRequests: 2 })
  await probe.send({})
  await probe.send({})
  await expect(probe.send({})).rejects.toThrow(BudgetSpentError)
  expect(received).toHaveLength(2)
})

it('keeps to a rate', async () => {
  const { probe, clock } = probeOf(() => json([]), { rate: 10 })
  for (let request = 0; request < 11; request++) await probe.send({})
  expect(clock.now()).toBe(1000)
})
