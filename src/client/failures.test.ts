import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ChatApiError, type ChatClientOptions, ChatConnectionError, createChatClient } from '../index.ts'

const token = 'secret-token-0123'
const url = 'https://api-v2.opencopilot.so/backend/chat/org'

async function fail(answer: () => Response | Promise<Response>, options: Partial<ChatClientOptions> = {}) {
  const chat = createChatClient({ token, retry: false, fetch: async () => answer(), ...options })
  return (await chat.listConversations('org', { page: 3, limit: 50 }).catch((error: unknown) => error)) as ChatApiError
}

/** All that a log could show of an error. */
const shown = (error: Error) => `${error.stack} ${inspect(error, { depth: 9 })} ${JSON.stringify(error)} ${error.cause}`

describe('an error by its status', () => {
  it('says which request it was, and what came', async () => {
    const headers = { 'x-request-id': 'req-1', 'retry-after': '5' }
    const body = { statusCode: 403, message: 'Not yours' }
    const error = await fail(() => Response.json(body, { status: 403, headers }))
    expect(error).toBeInstanceOf(ChatApiError)
    expect(error.message).toBe(`GET ${url}?page=3&limit=50 answered 403 (attempt 1)`)
    expect(error).toMatchObject({
      code: 'api_error',
      status: 403,
      requestId: 'req-1',
      attempts: 1,
      body,
      method: 'GET',
    })
    expect(error.headers.get('retry-after')).toBe('5')
  })

  it('serialises to what a log needs, without body and headers', async () => {
    const error = await fail(() =>
      Response.json({ message: 'Jane Doe' }, { status: 400, headers: { 'x-who': 'Jane Doe' } }),
    )
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'ChatApiError',
      code: 'api_error',
      message: `GET ${url}?page=3&limit=50 answered 400 (attempt 1)`,
      method: 'GET',
      url: `${url}?page=3&limit=50`,
      status: 400,
      attempts: 1,
    })
    expect(shown(error)).not.toContain('Jane')
  })

  it.each<[string, BodyInit | null, unknown]>([
    ['JSON', '{"a":1}', { a: 1 }],
    ['text', 'no', 'no'],
    ['HTML', '<h1>no</h1>', '<h1>no</h1>'],
    ['nothing', null, ''],
    ['no UTF-8', Uint8Array.of(0xff), '\ufffd'],
  ])('has a body of %s', async (_, body, expected) => {
    expect((await fail(() => new Response(body, { status: 404 }))).body).toEqual(expected)
  })

  it('takes the token out of what the server echoes', async () => {
    const error = await fail(() =>
      Response.json(
        { message: `bad token ${token}` },
        { status: 401, headers: { 'x-request-id': token, 'www-authenticate': token } },
      ),
    )
    expect(JSON.stringify([error.body, [...error.headers], error])).not.toContain(token)
    expect(error.body).toEqual({ message: 'bad token [token]' })
  })

  it('takes it out however JSON writes it', async () => {
    const slashed = 'abc/def+1234567890'
    const body = String.raw`{"message":"bad token abc\/def\u002b1234567890"}`
    const error = await fail(() => new Response(body, { status: 401 }), { token: slashed })
    expect(error.body).toEqual({ message: 'bad token [token]' })
  })

  it('keeps a body that is nested deep, as text where the engine gives up, without the token', async () => {
    const body = `${'['.repeat(25_000)}"${token}"${']'.repeat(25_000)}`
    const error = await fail(() => new Response(body, { status: 400 }))
    expect(error).toBeInstanceOf(ChatApiError)
    // How deep is too deep depends on the engine, and on who called.
    let innermost: unknown = error.body
    while (Array.isArray(innermost)) innermost = innermost[0]
    expect(innermost).toContain('[token]')
    expect(innermost).not.toContain(token)
  })

  it('bounds what the server sends, and the URL', async () => {
    const error = await fail(() => new Response('x', { status: 400, headers: { 'x-request-id': 'r'.repeat(5000) } }))
    expect(shown(error).length).toBeLessThan(5000)
    const chat = createChatClient({ token, retry: false, fetch: async () => new Response('', { status: 400 }) })
    const long = await chat.listConversations('x'.repeat(5000)).catch((error: unknown) => error)
    expect(String(long).length).toBeLessThan(500)
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308, 304])('with status %i is an error, and not followed', async (status) => {
    const error = await fail(
      () => new Response(null, { status, headers: { location: 'https://login.example.com/?t=1' } }),
    )
    expect(error).toBeInstanceOf(ChatApiError)
    expect(error.status).toBe(status)
    expect(error.message).toContain('answered a redirect (attempt 1)')
    expect(error.message).not.toContain('login')
  })

  it('that a browser hides is one too', async () => {
    const opaque = () => Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } })
    expect(await fail(opaque)).toMatchObject({ code: 'api_error', status: 0 })
  })

  it('that a fetch followed all the same is one too', async () => {
    const followed = () => Object.defineProperty(Response.json([]), 'redirected', { value: true })
    expect(await fail(followed)).toMatchObject({ code: 'api_error' })
  })
})

describe('a lost connection', () => {
  it('keeps its cause', async () => {
    const cause = new TypeError('fetch failed', {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    })
    const error = await fail(() => Promise.reject(cause))
    expect(error).toBeInstanceOf(ChatConnectionError)
    expect(error.cause).toBe(cause)
    expect(Object.keys(error).sort()).toEqual(['attempts', 'code', 'method', 'name', 'url'])
    expect(error.toJSON()).toMatchObject({ cause: 'TypeError: fetch failed' })
  })

  it.each<[string, unknown]>([
    ['its message', new Error(`cannot send ${token}`)],
    ['its cause', new Error('failed', { cause: new Error(token) })],
    ['its members', Object.assign(new Error('failed'), { config: { headers: { authorization: `Bearer ${token}` } } })],
    ['a string', `cannot send ${token}`],
    ['an error that goes in circles', Object.assign(new Error(`cannot send ${token}`), { self: globalThis })],
  ])('shows no token that stands in %s', async (_, cause) => {
    expect(shown(await fail(() => Promise.reject(cause)))).not.toContain(token)
  })

  it('survives a cause that goes in circles', async () => {
    const cause: Error & { self?: unknown } = new Error('round')
    cause.self = cause
    cause.cause = cause
    expect((await fail(() => Promise.reject(cause))).cause).toBe(cause)
  })
})

it('a client shows no token', () => {
  const chat = createChatClient({ token, headers: { 'x-key': 'another-secret' } })
  expect(inspect(chat, { depth: 9, showHidden: true })).not.toMatch(/secret/)
  expect(JSON.stringify(chat)).not.toMatch(/secret/)
})

it('a message shows no query but page and limit', async () => {
  const { http } = createChatClient({ token, retry: false, fetch: () => Promise.reject(new TypeError('fetch failed')) })
  http.use({ onRequest: ({ request }) => new Request(`${request.url}&page=2&api_key=hunter2`, request) })
  const params = { path: { organization_id: 'org' }, query: { limit: 5 } }
  const error = (await http
    .GET('/backend/chat/{organization_id}', { params })
    .catch((error: unknown) => error)) as Error
  expect(error.message).toBe(`GET ${url}?limit=5&page=2 got no whole answer (attempt 1)`)
  expect(shown(error)).not.toContain('hunter2')
})
