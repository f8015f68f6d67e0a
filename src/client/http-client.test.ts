import { describe, expect, it, vi } from 'vitest'
import {
  ChatApiError,
  type ChatClientOptions,
  ChatConfigurationError,
  ChatResponseError,
  createChatClient,
} from '../index.ts'
import { conversations } from './testing/conversations.ts'
import { handle, serve } from './testing/handler.ts'

const path = '/backend/chat/{organization_id}'
const params = { path: { organization_id: 'org' } }
const client = (fetch: typeof globalThis.fetch, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', fetch, ...options })

describe('calls of http', () => {
  it('give data, typed and parsed', async () => {
    const { fetch, seen } = serve(conversations(5))
    const { data, response } = await client(fetch).http.GET(path, {
      params: { ...params, query: { page: 2, limit: 3 } },
    })
    expect(data?.map(({ id }) => id)).toEqual(['c3', 'c4'])
    expect(response).toMatchObject({
      status: 200,
      url: 'https://api-v2.opencopilot.so/backend/chat/org?page=2&limit=3',
    })
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer secret-token')
    expect(seen[0]?.redirect).toBe('manual')
  })

  it('give an error status as a value, after retries', async () => {
    const { fetch, seen } = handle(() => Response.json({ message: 'busy' }, { status: 503 }))
    const { data, error } = await client(fetch, { retry: { attempts: 3, minDelay: 0 } }).http.GET(path, { params })
    expect(data).toBeUndefined()
    expect(error).toEqual({ message: 'busy' })
    expect(seen).toHaveLength(3)
  })

  it('fail with a typed error where openapi-fetch would with a bare SyntaxError', async () => {
    const { fetch } = handle(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
    await expect(client(fetch).http.GET(path, { params })).rejects.toBeInstanceOf(ChatResponseError)
  })

  it('follow no redirect', async () => {
    const { fetch } = handle(() => Response.redirect('https://elsewhere.example.com/'))
    await expect(client(fetch).http.GET(path, { params })).rejects.toBeInstanceOf(ChatApiError)
  })

  it.each(['..', '', '%2e%2e'])('refuse %j as an organization', async (organization_id) => {
    const { fetch, seen } = serve([])
    await expect(client(fetch).http.GET(path, { params: { path: { organization_id } } })).rejects.toBeInstanceOf(
      ChatConfigurationError,
    )
    expect(seen).toEqual([])
  })

  it('refuse to leave the organization out, or the base URL', async () => {
    const { fetch, seen } = serve([])
    const { http } = client(fetch)
    await expect(http.GET(path, {} as { params: typeof params })).rejects.toBeInstanceOf(ChatConfigurationError)
    await expect(http.GET(path, { params, baseUrl: 'https://elsewhere.example.com' })).rejects.toThrow(/leaves baseUrl/)
    await expect(http.GET(path, { params, baseUrl: 'https://api-v2.opencopilot.so.example.com' })).rejects.toThrow(
      /leaves baseUrl/,
    )
    expect(seen).toEqual([])
  })

  it('stop with the reason of their signal, even when only that signal holds on to it', async () => {
    const controller = new AbortController()
    const call = client(() => new Promise(() => {})).http.GET(path, { params, signal: controller.signal })
    const reason = new Error('enough')
    setTimeout(() => controller.abort(reason), 5)
    await expect(call).rejects.toBe(reason)
  })

  it('can be read in other ways', async () => {
    const { http } = client(serve(conversations(1)).fetch)
    const { data } = await http.GET(path, { params, parseAs: 'text' })
    expect(JSON.parse(data ?? '')).toHaveLength(1)
  })
})

describe('middleware', () => {
  it('takes part in every method, and sees no token', async () => {
    const { fetch, seen } = serve(conversations(15))
    const chat = client(fetch)
    const tokens: unknown[] = []
    const bodies: number[] = []
    chat.http.use({
      onRequest({ request }) {
        request.headers.set('x-trace', 't1')
      },
      async onResponse({ request, response }) {
        tokens.push(request.headers.get('authorization'))
        bodies.push(((await response.clone().json()) as unknown[]).length)
      },
    })
    expect(await chat.listConversations('org')).toHaveLength(10)
    const all: string[] = []
    for await (const { id } of chat.conversations('org', { concurrency: 1 })) all.push(id)
    expect(all).toHaveLength(15)
    expect(seen.every(({ headers }) => headers.get('x-trace') === 't1')).toBe(true)
    expect(seen.every(({ headers }) => headers.get('authorization') === 'Bearer secret-token')).toBe(true)
    expect(tokens.every((value) => value === null)).toBe(true)
    expect(bodies).toEqual([10, 10, 5, 0])
  })

  it('may answer in our place', async () => {
    const { fetch, seen } = serve([])
    const chat = client(fetch)
    chat.http.use({ onRequest: () => Response.json(conversations(2)) })
    expect(await chat.listConversations('org')).toHaveLength(2)
    expect(seen).toEqual([])
  })

  it('may change the answer, for better or worse', async () => {
    const chat = client(serve(conversations(2)).fetch)
    const middleware = { onResponse: (): Response => Response.json([{}]) }
    chat.http.use(middleware)
    await expect(chat.listConversations('org')).rejects.toBeInstanceOf(ChatResponseError)
    chat.http.eject(middleware)
    expect(await chat.listConversations('org')).toHaveLength(2)
    chat.http.use({ onResponse: () => new Response('{"message":"no"}', { status: 418 }) })
    await expect(chat.listConversations('org')).rejects.toMatchObject({
      code: 'api_error',
      status: 418,
      body: { message: 'no' },
    })
  })

  it('sees a call that failed, and can’t send the token elsewhere', async () => {
    const { fetch, seen } = serve([])
    const onError = vi.fn()
    const chat = client(fetch)
    chat.http.use({ onRequest: ({ request }) => new Request('https://elsewhere.example.com/', request), onError })
    await expect(chat.listConversations('org')).rejects.toBeInstanceOf(ChatConfigurationError)
    expect(onError).toHaveBeenCalledOnce()
    expect(seen).toEqual([])
  })
})

it('without middleware no Request and no Response is built', async () => {
  const { fetch } = serve(conversations(3))
  const request = vi.spyOn(globalThis, 'Request')
  try {
    await client(fetch).listConversations('org')
    expect(request).not.toHaveBeenCalled()
  } finally {
    request.mockRestore()
  }
})
