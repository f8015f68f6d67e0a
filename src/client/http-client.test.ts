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
    const { data, error } = await client(fetch, { retry: { attempts: 3, baseDelay: 0 } }).http.GET(path, { params })
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

  it('say nothing of an encoding that is undone', async () => {
    const { fetch } = handle(() => Response.json([], { headers: { 'content-encoding': 'gzip' } }))
    const { response } = await client(fetch).http.GET(path, { params })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('content-length')).toBe('2')
  })

  it('can be read in other ways', async () => {
    const { http } = client(serve(conversations(1)).fetch)
    const { data } = await http.GET(path, { params, parseAs: 'text' })
    expect(JSON.parse(data ?? '')).toHaveLength(1)
  })
})

describe('middleware', () => {
  it('takes part in calls of http, sees no token, and may read the answer', async () => {
    const { fetch, seen } = serve(conversations(5))
    const { http } = client(fetch)
    const onResponse = vi.fn(async ({ request, response }: { request: Request; response: Response }) => {
      expect(request.headers.get('authorization')).toBeNull()
      expect(await response.clone().json()).toHaveLength(5)
    })
    http.use({ onRequest: ({ request }) => request.headers.set('x-trace', 't1'), onResponse })
    expect((await http.GET(path, { params })).data).toHaveLength(5)
    expect(onResponse).toHaveBeenCalledOnce()
    expect(seen[0]?.headers.get('x-trace')).toBe('t1')
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer secret-token')
  })

  it('sees a call that failed, and can’t send the token elsewhere', async () => {
    const { fetch, seen } = serve([])
    const onError = vi.fn()
    const { http } = client(fetch)
    http.use({ onRequest: ({ request }) => new Request('https://elsewhere.example.com/', request), onError })
    await expect(http.GET(path, { params })).rejects.toBeInstanceOf(ChatConfigurationError)
    expect(onError).toHaveBeenCalledOnce()
    expect(seen).toEqual([])
  })
})

it('the client’s own calls build no Request and no Response, which cost as much as all the rest', async () => {
  const { fetch } = serve(conversations(3))
  const request = vi.spyOn(globalThis, 'Request')
  try {
    await client(fetch).listConversations('org')
    expect(request).not.toHaveBeenCalled()
  } finally {
    request.mockRestore()
  }
})
