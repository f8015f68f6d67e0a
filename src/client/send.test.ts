import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatApiError, ChatConnectionError, ChatTimeoutError, createChatClient } from '../index.ts'
import type { ChatClientOptions } from './options.ts'
import type { Retry } from './send.ts'
import { conversations } from './testing/conversations.ts'
import { handle } from './testing/handler.ts'

const ok = () => Response.json(conversations(1))
const failing = (status: number, headers?: HeadersInit) => new Response('no', { status, ...(headers && { headers }) })

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12) })
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Calls against answers in a row; gives how it ended, the waits, and how many requests there were. */
async function call(
  answers: (() => Response | Promise<Response>)[],
  options: Partial<ChatClientOptions> = {},
  signal?: AbortSignal,
) {
  const { fetch, seen } = handle(() => (answers.length > 1 ? (answers.shift() ?? ok) : (answers[0] ?? ok))())
  const retries: Retry[] = []
  const chat = createChatClient({ token: 'secret-token', fetch, onRetry: (retry) => retries.push(retry), ...options })
  const started = Date.now()
  const settled = chat.listConversations('org', { signal }).then(
    (list) => ({ list, error: undefined }),
    (error: unknown) => ({ list: undefined, error }),
  )
  await vi.runAllTimersAsync()
  return {
    ...(await settled),
    retries,
    delays: retries.map(({ delay }) => delay),
    requests: seen.length,
    took: Date.now() - started,
  }
}

describe('what is tried again', () => {
  it.each([408, 429, 500, 502, 503, 504])('status %i', async (status) => {
    const { list, requests } = await call([() => failing(status), ok])
    expect(list).toHaveLength(1)
    expect(requests).toBe(2)
  })

  it.each([400, 401, 403, 404, 405, 422, 501])('not status %i', async (status) => {
    const { error, requests } = await call([() => failing(status), ok])
    expect(error).toBeInstanceOf(ChatApiError)
    expect(error).toMatchObject({ status, attempts: 1 })
    expect(requests).toBe(1)
  })

  it('a lost connection, and says so when it stays lost', async () => {
    const cause = new TypeError('fetch failed')
    const { error, delays } = await call([() => Promise.reject(cause)])
    expect(error).toBeInstanceOf(ChatConnectionError)
    expect(error).toMatchObject({ attempts: 4, cause })
    expect(delays).toEqual([100, 200, 400])
  })

  it('a body that breaks off', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('[{"id":')),
          pull: (controller) => controller.error(new TypeError('terminated')),
        }),
      )
    expect(await call([broken, ok])).toMatchObject({ requests: 2, list: [{ id: 'c0' }] })
  })

  it('an attempt that took too long', async () => {
    const silent = () => new Promise<Response>(() => {})
    const { error, requests, took } = await call([silent], { timeout: 1000 })
    expect(error).toBeInstanceOf(ChatTimeoutError)
    expect(error).toMatchObject({ attempts: 4 })
    expect(requests).toBe(4)
    expect(took).toBe(4000 + 700)
  })

  it('nothing with retry: false', async () => {
    const { error, requests } = await call([() => failing(503), ok], { retry: false })
    expect(error).toMatchObject({ status: 503, attempts: 1 })
    expect(requests).toBe(1)
  })

  it('as often as told', async () => {
    const { error, requests } = await call([() => failing(500)], { retry: { attempts: 2 } })
    expect(error).toMatchObject({ status: 500, attempts: 2 })
    expect(requests).toBe(2)
  })
})

describe('how long it waits', () => {
  it('as long as Retry-After asks, in seconds, as a date, or in milliseconds', async () => {
    const date = () => new Date(Date.now() + 3000).toUTCString()
    expect((await call([() => failing(429, { 'retry-after': '2' }), ok])).delays).toEqual([2000])
    expect((await call([() => failing(503, { 'retry-after': date() }), ok])).delays).toEqual([3000])
    expect((await call([() => failing(429, { 'retry-after-ms': '1500', 'retry-after': '9' }), ok])).delays).toEqual([
      1500,
    ])
  })

  it.each(['soon', '-5', '', 'NaN', '1e3', '2026-01-01'])(
    'by itself when Retry-After is unreadable: %j',
    async (value) => {
      expect((await call([() => failing(429, { 'retry-after': value }), ok])).delays).toEqual([100])
    },
  )

  it('not at all when the server asks for more than it may', async () => {
    const { error, requests, took } = await call([() => failing(429, { 'retry-after': '3600' }), ok])
    expect(error).toMatchObject({ status: 429, attempts: 1 })
    expect(requests).toBe(1)
    expect(took).toBe(0)
  })

  it('never beyond the limit of the whole call', async () => {
    const { error, took } = await call([() => failing(503)], { totalTimeout: 250 })
    expect(error).toMatchObject({ status: 503, attempts: 2 })
    expect(took).toBeLessThan(250)
    const silent = await call([() => new Promise<Response>(() => {})], { totalTimeout: 250 })
    expect(silent.error).toBeInstanceOf(ChatTimeoutError)
    expect(silent.took).toBe(250)
    expect(String(silent.error)).toContain('took longer than 250 ms')
    const cut = await call([() => new Promise<Response>(() => {})], { timeout: 100, totalTimeout: 250 })
    expect(String(cut.error)).toContain('took longer than 250 ms (attempt 2)')
  })

  it('and tells why', async () => {
    const { retries } = await call([() => failing(503), ok])
    expect(retries).toMatchObject([{ attempt: 1, delay: 100, error: { code: 'api_error', status: 503, body: 'no' } }])
  })

  it('and not a moment longer once the signal aborts', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    setTimeout(() => controller.abort(reason), 40)
    const { error, requests, took } = await call([() => failing(503), ok], {}, controller.signal)
    expect(error).toBe(reason)
    expect(requests).toBe(1)
    expect(took).toBe(40)
    expect(vi.getTimerCount()).toBe(0)
  })
})

it.each([429, 503])('an abort by onRetry itself stops the call at once, after status %i', async (status) => {
  const controller = new AbortController()
  const onRetry = () => controller.abort('enough')
  const { error, requests, took } = await call([() => failing(status), ok], { onRetry }, controller.signal)
  expect(error).toBe('enough')
  expect(requests).toBe(1)
  expect(took).toBe(0)
})

it('what onRetry throws ends the call', async () => {
  const reason = new Error('enough')
  const onRetry = () => {
    throw reason
  }
  expect(await call([() => failing(503), ok], { onRetry })).toMatchObject({ error: reason, requests: 1, took: 0 })
})

describe('the token', () => {
  it('is asked for before each attempt', async () => {
    const token = vi.fn(async () => `token-${token.mock.calls.length}`)
    const sent: (string | null)[] = []
    const { fetch } = handle(({ headers }) => {
      sent.push(headers.get('authorization'))
      return sent.length < 3 ? failing(503) : ok()
    })
    const listed = createChatClient({ token, fetch }).listConversations('org')
    await vi.runAllTimersAsync()
    await listed
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3'])
  })

  it.each<[string, () => string | Promise<string>]>([
    [
      'throws',
      () => {
        throw new Error('the vault is shut')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the vault is shut'))],
    ['gives nothing', () => ''],
    ['gives a line break', () => 'two\nlines-of-a-secret'],
  ])('that can’t be had is a wrong configuration: its function %s', async (_, token) => {
    const { error, requests } = await call([ok], { token })
    expect(error).toMatchObject({ code: 'configuration_error' })
    expect(String(error)).toMatch(/^ChatConfigurationError: token /)
    expect(JSON.stringify(error)).not.toContain('secret')
    expect(requests).toBe(0)
  })

  it('that never comes counts as time', async () => {
    const { error } = await call([ok], { token: () => new Promise<string>(() => {}), timeout: 100, retry: false })
    expect(error).toBeInstanceOf(ChatTimeoutError)
  })
})
