import { describe, expect, it } from 'vitest'
import { CheckEndedError } from './check-ended.ts'
import { Probe } from './probe.ts'
import { testClock } from './testing/clock.ts'
import { listRequest } from './testing/conversations.ts'
import { fetchOf, json } from './testing/server.ts'

const target = { baseUrl: 'https://chat.example', token: 'made-up', organizationId: 'acme' }

function probeOf(
  handler: Parameters<typeof fetchOf>[0],
  options: { maxRequests?: number; rate?: number; maxTime?: number; timeout?: number } = {},
) {
  const clock = testClock()
  const { fetch, received } = fetchOf(handler)
  return { clock, received, probe: new Probe({ target, fetch, clock, timeout: 1000, maxRequests: 100, ...options }) }
}

it('sends a well-formed request again when the server fails, and keeps what failed', async () => {
  const { probe } = probeOf((_, count) => (count < 3 ? new Response('', { status: 502 }) : json([])))
  const exchange = await probe.send({ ...listRequest, wellFormed: true })
  expect(exchange.answer?.status).toBe(200)
  expect(probe.exchanges.map(({ answer }) => answer?.status)).toEqual([502, 502, 200])
})

it('sends any other request once', async () => {
  const { probe } = probeOf(() => new Response('', { status: 500 }))
  await probe.send({ ...listRequest, query: [['page', 'abc']] })
  expect(probe.requests).toBe(1)
})

it('waits as long as a 429 asks, and is slower after it', async () => {
  const { probe, clock } = probeOf((_, count) =>
    count === 1 ? new Response('', { status: 429, headers: { 'Retry-After': '2' } }) : json([]),
  )
  const exchange = await probe.send(listRequest)
  expect(exchange.answer?.status).toBe(200)
  expect(clock.waits[0]).toBe(2000)
  expect(probe.exchanges).toHaveLength(1)
  await probe.send(listRequest)
  expect(clock.waits).toHaveLength(2)
})

it('waits longer each time when a 429 does not say how long', async () => {
  const { probe, clock } = probeOf((_, count) => (count <= 3 ? new Response('', { status: 429 }) : json([])))
  await probe.send(listRequest)
  expect(clock.waits).toEqual([500, 1000, 2000])
})

it.each([
  ['an hour', { 'Retry-After': '3600' }],
  ['without end', { 'Retry-After': '0' }],
])('gives up on a server that wants to be left alone %s', async (_, headers) => {
  const { probe } = probeOf(() => new Response('', { status: 429, headers }))
  await expect(probe.send(listRequest)).rejects.toThrow(/429 \(too many requests\).*rate/)
})

it('spends no more requests than it may', async () => {
  const { probe, received } = probeOf(() => json([]), { maxRequests: 2 })
  await probe.send(listRequest)
  await probe.send(listRequest)
  await expect(probe.send(listRequest)).rejects.toThrow(CheckEndedError)
  expect(received).toHaveLength(2)
})

it('keeps to a rate', async () => {
  const { probe, clock } = probeOf(() => json([]), { rate: 10 })
  for (let request = 0; request < 11; request++) await probe.send(listRequest)
  expect(clock.now()).toBe(1000)
})

it('slows down once for a server that refuses every other request, whatever the pace', async () => {
  const { probe, clock } = probeOf((_, count) => (count % 2 === 0 ? new Response('', { status: 429 }) : json([])), {
    maxRequests: 500,
  })
  for (let request = 0; request < 120; request++) await probe.send(listRequest)
  expect(probe.exchanges).toHaveLength(120)
  expect(clock.now()).toBeLessThan(100_000)
})

describe('a server that hangs', () => {
  const never = () => new Promise<Response>(() => {})

  it('on everything is asked no more after a few requests', async () => {
    const { probe, received } = probeOf((_, count) => (count > 1 ? never() : json([])), { timeout: 1 })
    await probe.send({ ...listRequest, wellFormed: true })
    await probe.send({ ...listRequest, wellFormed: true, query: [['page', '2']] })
    await expect(probe.send({ ...listRequest, query: [['page', '3']] })).rejects.toThrow(
      /the server hangs: 4 requests in a row/,
    )
    await expect(probe.send(listRequest)).rejects.toThrow(CheckEndedError)
    expect(received).toHaveLength(5)
    expect(probe.ended).toMatch(/hangs/)
  })

  it('on some requests alone is asked on', async () => {
    const { probe } = probeOf(({ url }) => (url.search.includes('page=2') ? never() : json([])), { timeout: 1 })
    await probe.send({ ...listRequest, wellFormed: true })
    for (let request = 0; request < 3; request++)
      await probe.send({ ...listRequest, wellFormed: true, query: [['page', '2']] })
    expect((await probe.send({ ...listRequest, query: [['page', '3']] })).answer?.status).toBe(200)
    expect(probe.ended).toBeUndefined()
  })
})

describe('the time for the whole check', () => {
  it('ends it before a wait that would go beyond', async () => {
    const { probe, clock } = probeOf(
      (_, count) => (count > 1 ? new Response('', { status: 429, headers: { 'Retry-After': '50' } }) : json([])),
      { maxTime: 40_000 },
    )
    await probe.send(listRequest)
    await expect(probe.send(listRequest)).rejects.toThrow('the limit of 40 s was reached; raise it with maxTime')
    expect(clock.now()).toBe(0)
  })

  it('is no fault of the server that it cuts short', async () => {
    const clock = testClock()
    const { fetch } = fetchOf(async () => {
      await clock.sleep(500)
      return new Promise<Response>(() => {})
    })
    const probe = new Probe({ target, fetch, clock, timeout: 10_000, maxRequests: 100, maxTime: 10 })
    await expect(probe.send(listRequest)).rejects.toThrow(/maxTime/)
    expect(probe.exchanges).toEqual([])
  })
})

it('keeps no more of all answers than it may, and says so', async () => {
  const large = JSON.stringify('x'.repeat(7 * 2 ** 20))
  const { probe, received } = probeOf(() => new Response(large))
  const sending = async () => {
    for (;;) await probe.send(listRequest)
  }
  await expect(sending()).rejects.toThrow(/together more than 32 MiB/)
  expect(received).toHaveLength(5)
  expect(probe.exchanges.at(-1)?.failure?.kind).toBe('no room')
})

it('tells what it waits for', async () => {
  const waits: string[] = []
  const clock = testClock()
  const { fetch } = fetchOf((_, count) => (count === 1 ? new Response('', { status: 429 }) : json([])))
  const onWait = (what: string) => waits.push(what)
  await new Probe({ target, fetch, clock, timeout: 1000, maxRequests: 9, onWait }).send(listRequest)
  expect(waits).toEqual(['an answer, 1000 ms at most', '0.5 s, as the server asks', 'an answer, 1000 ms at most'])
})
