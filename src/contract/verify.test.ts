import { describe, expect, it } from 'vitest'
import { CouldNotRunError } from './could-not-run.ts'
import { testClock } from './testing/clock.ts'
import { conversation } from './testing/conversations.ts'
import { fetchOf, json, type Received } from './testing/server.ts'
import { type VerifyOptions, verify } from './verify.ts'

const token = 'secret-token-of-acme'

const options = (handler: (request: Received, count: number) => Response | Promise<Response>): VerifyOptions => ({
  baseUrl: 'https://chat.example',
  token,
  organizationId: 'acme',
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

describe('a check that can not run says why in one line', () => {
  it.each<[string, () => Response, RegExp]>([
    ['refuses the token', () => new Response('', { status: 401 }), /answered 401: the token was refused/],
    ['denies the organization', () => new Response('', { status: 403 }), /answered 403: .*no right/],
    ['has nothing there', () => new Response('', { status: 404 }), /answered 404: .*base URL/],
    [
      'can not be reached',
      () => {
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })
      },
      /can not be reached: no answer: ECONNREFUSED/,
    ],
    ['is too busy', () => new Response('', { status: 429, headers: { 'Retry-After': '999' } }), /429/],
  ])('when the server %s', async (_, handler, message) => {
    const error = await verify(options(handler)).catch((reason) => reason)
    expect(error).toBeInstanceOf(CouldNotRunError)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain(token)
    expect(error.message).not.toContain('\n')
  })

  it.each([{ maxRequests: 0 }, { rate: -1 }, { timeout: Number.NaN }])('when an option is %j', async (wrong) => {
    await expect(verify({ ...options(() => json([])), ...wrong })).rejects.toThrow(/must be a number above 0/)
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
  expect(report.clauses.some(({ reason }) => reason?.includes('--max-requests'))).toBe(true)
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
