import { describe, expect, it } from 'vitest'
import { CouldNotRunError } from './could-not-run.ts'
import { isEmpty } from './reporters/index.ts'
import { shownToken } from './secrets.ts'
import { testClock } from './testing/clock.ts'
import { conversation, listOnly } from './testing/conversations.ts'
import { fetchOf, json, type Received } from './testing/server.ts'
import { type VerifyOptions, verify } from './verify.ts'

const token = 'secret-token-of-acme'

const options = (handler: (request: Received, count: number) => Response | Promise<Response>): VerifyOptions => ({
  baseUrl: 'https://chat.example',
  token,
  organizationId: 'acme',
  ...listOnly,
  clock: testClock(),
  fetch: fetchOf(handler).fetch,
})

const isOurs = ({ headers }: Received) => headers.get('authorization') === `Bearer ${token}`

/** A server with one conversation. */
function oneConversation({ url, headers }: Received, body: unknown = [conversation('a')]): Response {
  if (headers.get('authorization') !== `Bearer ${token}`) return json({}, { status: 401 })
  if (!url.pathname.endsWith('/acme')) return json({}, { status: 404 })
  return json(Number.parseInt(url.searchParams.get('page') ?? '1', 10) > 1 ? [] : body)
}

describe("a check that can't run says why in one line", () => {
  it.each<[string, () => Response, RegExp]>([
    ['refuses the token', () => new Response('', { status: 401 }), /answered 401: the token was refused/],
    ['denies the organization', () => new Response('', { status: 403 }), /answered 403: .*no right/],
    ['has nothing there', () => new Response('', { status: 404 }), /answered 404: .*baseUrl and organizationId/],
    [
      "can't be reached",
      () => {
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })
      },
      /can't be reached: no answer: the connection was refused/,
    ],
    ['is too busy', () => new Response('', { status: 429, headers: { 'Retry-After': '999' } }), /429/],
  ])('when the server %s', async (_, handler, message) => {
    const error = await verify(options(handler)).catch((reason) => reason)
    expect(error).toBeInstanceOf(CouldNotRunError)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain(token)
    expect(error.message).not.toContain('\n')
  })

  it.each([
    { maxRequests: 0 },
    { maxRequests: 1.5 },
    { rate: -1 },
    { timeout: Number.NaN },
    { timeout: 3_000_000_000 },
    { maxTime: 2 ** 31 },
    { maxTime: 0.5 },
  ])('when an option is %j', async (wrong) => {
    const running = verify({ ...options(() => json([])), ...wrong })
    await expect(running).rejects.toThrow(/must be a (number above 0|whole number from 1 to 2147483647), but is/)
  })

  it.each([
    [{ onlly: ['paging-limit'] }, /^onlly is no option. Did you mean only\? There are baseUrl, token, /],
    [{ failOn: 'advisory' }, /^failOn is no option. There are /],
  ])('when there is no such option as in %j', async (unknown, message) => {
    await expect(verify({ ...options(() => json([])), ...unknown })).rejects.toThrow(message)
  })
})

it('goes on when only one form of the request is refused, and calls that a violation', async () => {
  const report = await verify(
    options((request) =>
      request.url.search === '' && isOurs(request) ? json({}, { status: 404 }) : oneConversation(request),
    ),
  )
  expect(report.clauses.find(({ id }) => id === 'response-status')?.verdict).toBe('violated')
})

it('holds on a small server that keeps the contract, and says what it could not exercise', async () => {
  const report = await verify(options((request) => oneConversation(request)))
  expect(report.summary.violated).toBe(0)
  expect(report.summary['not exercised']).toBeGreaterThan(0)
  for (const { verdict, reason } of report.clauses) if (verdict === 'not exercised') expect(reason).toBeTruthy()
  expect(report.clauses).toHaveLength(Object.values(report.summary).reduce((sum, count) => sum + count))
})

it('shows neither tokens nor what people wrote, unless told to', async () => {
  const people = conversation('a', { summary: 'Jane Doe wants a refund', meta: 'jane@example.com', classification: 7 })
  const handler = (request: Received) => oneConversation(request, [people])
  const report = await verify(options(handler))
  expect(report.summary.violated).toBeGreaterThan(1)
  expect(JSON.stringify(report)).not.toMatch(/Jane|example\.com\b.*jane|jane@/)
  expect(JSON.stringify(report)).not.toContain(token)
  expect(JSON.stringify(await verify({ ...options(handler), showValues: true }))).toContain('jane@example.com')
})

it('spends no more requests than it may, and says which clauses went without', async () => {
  const report = await verify({ ...options((request) => oneConversation(request)), maxRequests: 12 })
  expect(report.requests).toBe(12)
  expect(report.clauses.some(({ reason }) => reason?.includes('maxRequests'))).toBe(true)
})

it('judges only what it is asked to', async () => {
  const report = await verify({ ...options((request) => oneConversation(request)), only: ['auth-missing'] })
  expect(report.clauses.map(({ id }) => id)).toEqual(['auth-missing'])
})

it('stops when it is told to', async () => {
  const controller = new AbortController()
  const reason = new Error('stopped')
  const running = verify({
    ...options((request, count) => {
      if (count === 5) controller.abort(reason)
      return oneConversation(request)
    }),
    signal: controller.signal,
  })
  await expect(running).rejects.toBe(reason)
})

it('tells how far it is', async () => {
  const seen: number[] = []
  await verify({ ...options((request) => oneConversation(request)), onProgress: ({ judged }) => seen.push(judged) })
  expect(seen.length).toBeGreaterThan(50)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
})

describe('when a bound ends the check', () => {
  const paging = Array.from({ length: 60 }, (_, index) => conversation(`c-${index + 100}`))

  /** A server of several pages, which fails from the given request on. */
  const failingFrom = (first: number, failure: () => Response | Promise<Response>) =>
    options((request, count) => {
      if (count >= first) return failure()
      if (!isOurs(request)) return json({}, { status: 401 })
      const { page = 1, limit = 10 } = Object.fromEntries(request.url.searchParams)
      return json(paging.slice((Number(page) - 1) * Number(limit), Number(page) * Number(limit)))
    })

  it.each<[string, () => Response | Promise<Response>]>([
    ['500', () => new Response('', { status: 500 })],
    ['hanging', () => new Promise(() => {})],
  ])('counts the failures that were seen: %s', async (_, failure) => {
    const report = await verify({ ...failingFrom(21, failure), maxRequests: 30, timeout: 1 })
    expect(report.clauses.find(({ id }) => id === 'steady-answers')?.verdict).toBe('violated')
    const left = report.clauses.filter(({ reason }) => reason === report.ended?.reason)
    expect(report.ended?.clauses).toBe(left.length)
    expect(left.length).toBeGreaterThan(10)
  })

  it('lets a violation stand that there are no requests left to confirm', async () => {
    const reversed = (request: Received) =>
      isOurs(request)
        ? json([conversation('b', { created_at: '2025-01-01T00:00:00Z' }), conversation('a')])
        : json({}, { status: 401 })
    const only = { only: ['sorting-ascending'] }
    const whole = await verify({ ...options(reversed), ...only })
    const { clauses } = await verify({ ...options(reversed), ...only, maxRequests: whole.requests - 3 })
    expect(clauses[0]).toMatchObject({
      verdict: 'violated',
      reason: expect.stringMatching(/not confirmed: .*maxRequests/),
    })
  })

  it('says nothing was judged when nothing was', async () => {
    const report = await verify({ ...options((request) => oneConversation(request)), maxRequests: 1 })
    expect(isEmpty(report)).toBe(true)
    expect(report.ended?.reason).toBe('the limit of 1 requests was reached; raise it with maxRequests')
    expect(report.ended?.clauses).toBeGreaterThan(50)
  })
})

it('finds a value that is nested too deep at its place, and judges all the rest', async () => {
  const nested = `${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`
  const body = JSON.stringify([conversation('a', { meta: 'deep' })]).replace('"deep"', nested)
  const handler = (request: Received) => {
    if (!isOurs(request)) return json({}, { status: 401 })
    if (!request.url.pathname.endsWith('/acme')) return json({}, { status: 404 })
    return Number.parseInt(request.url.searchParams.get('page') ?? '1', 10) > 1
      ? json([])
      : new Response(body, { headers: { 'Content-Type': 'application/json' } })
  }
  const report = await verify({ ...options(handler), showValues: true })
  const broken = report.clauses.filter(({ verdict }) => verdict === 'violated')
  expect(broken.map(({ id }) => id)).toEqual(['response-json'])
  expect(broken[0]?.findings[0]).toMatchObject({ at: '/0/meta', actual: 'deeper nesting than that' })
})

it('finds bodies that are too large, and judges them by what was read', async () => {
  const endless = () =>
    new Response(`["${'x'.repeat(9 * 2 ** 20)}"]`, { headers: { 'Content-Type': 'application/json' } })
  const report = await verify({
    ...options(endless),
    only: ['steady-answers', 'response-json', 'response-content-type'],
  })
  expect(report.clauses.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['response-content-type', 'held'],
    ['response-json', 'violated'],
    ['steady-answers', 'violated'],
  ])
})

it('shows nothing of a token that is in a header, nor of a person', async () => {
  const headers = { 'x-request-id': `Jane ${token}\u009b31m`, 'Content-Type': `text/${token}` }
  const report = await verify(
    options((request) => (isOurs(request) ? new Response('[]', { headers }) : json({}, { status: 401, headers }))),
  )
  expect(report.summary.violated).toBeGreaterThan(0)
  expect(JSON.stringify(report)).not.toMatch(/Jane|secret-token|\u009b/)
  const shown = JSON.stringify(await verify({ ...options(() => new Response('[]', { headers })), showValues: true }))
  expect(shown).toContain(`Jane ${shownToken}`)
})
