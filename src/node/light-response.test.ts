import type { OutgoingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { conversations } from '../client/testing/conversations.ts'
import { lightOf } from '../http/light.ts'
import { type ChatClientOptions, createChatClient } from '../index.ts'
import { listenHttp } from '../testing/servers.ts'
import { nodeFetch } from './node-fetch.ts'

const page = JSON.stringify(conversations(10))
const send = nodeFetch()

const client = (baseUrl: string, fetch: typeof globalThis.fetch, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', baseUrl, fetch, retry: false, ...options })

describe('the client', () => {
  it('makes no stream of the platform from a page', async () => {
    const { baseUrl } = await listenHttp((_, response) => response.end(page))
    const lights: unknown[] = []
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await send(...request)
      queueMicrotask(() => lights.push(lightOf(response)))
      return response
    }
    expect(await client(baseUrl, fetch).listConversations('org')).toHaveLength(10)
    expect(lights).toEqual([{ read: expect.any(Function), decode: expect.any(Function) }])
  })

  it.each<[string, (response: Response) => unknown]>([
    ['looked at', ({ status, statusText, headers, url, ok, type }) => [status, statusText, headers, url, ok, type]],
    ['printed', (response) => String(response) + JSON.stringify(response)],
    ['copied', (response) => response.clone().text()],
    ['copied, and the copy left', (response) => response.clone().body?.cancel()],
  ])('reads what somebody has %s before', async (_, look) => {
    const { baseUrl } = await listenHttp((_, response) => response.end(page))
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await send(...request)
      const looked = look(response)
      queueMicrotask(() => looked)
      return response
    }
    expect(await client(baseUrl, fetch).listConversations('org')).toHaveLength(10)
  })

  it('reads what somebody has wrapped', async () => {
    const { baseUrl } = await listenHttp((_, response) => response.end(page))
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await send(...request)
      return new Response(response.body, response)
    }
    expect(await client(baseUrl, fetch).listConversations('org')).toHaveLength(10)
  })

  it('closes the connection of a body that stalls, though a fetch keeps the signal to itself', async () => {
    const { baseUrl, sockets } = await listenHttp((_, response) => void response.write('['))
    const fetch: typeof globalThis.fetch = (url, init) => send(url, { ...init, signal: null })
    const call = client(baseUrl, fetch, { timeout: 40 }).listConversations('org')
    await expect(call).rejects.toMatchObject({ code: 'timeout' })
    await expect.poll(() => sockets.size).toBe(0)
  })

  it('closes the connection of a body over the limit', async () => {
    const { baseUrl, sockets } = await listenHttp((_, response) => void response.write(' '.repeat(100_000)))
    const call = client(baseUrl, send, { maxBodyBytes: 1_000 }).listConversations('org')
    await expect(call).rejects.toThrow('with a body of more than 1000 bytes')
    await expect.poll(() => sockets.size).toBe(0)
  })

  it('leaves nothing to read for others', async () => {
    const { baseUrl } = await listenHttp((_, response) => response.end(page))
    const responses: Response[] = []
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await send(...request)
      responses.push(response)
      return response
    }
    await client(baseUrl, fetch).listConversations('org')
    const [response] = responses as [Response]
    expect(response.bodyUsed).toBe(true)
    await expect(response.text()).rejects.toBeInstanceOf(TypeError)
  })
})

const readers: [string, (response: Response) => unknown][] = [
  ['the client', (response) => lightOf(response)?.read(1_000, new AbortController().signal)],
  ['others', (response) => response.text()],
]
const forms: [string, OutgoingHttpHeaders][] = [
  ['a body', {}],
  ['a packed body', { 'content-encoding': 'gzip' }],
]

describe.each(forms)('%s that breaks off before somebody reads it', (_, headers) => {
  it.each(readers)('is an error for %s', async (_, read) => {
    const { baseUrl, sockets } = await listenHttp((request, response) => {
      response.writeHead(200, { 'content-length': 1_000, ...headers }).write('[')
      setTimeout(() => request.socket.destroy(), 5)
    })
    const response = await send(baseUrl)
    await expect.poll(() => sockets.size).toBe(0)
    // Until undici knows, too.
    await new Promise((resolve) => setTimeout(resolve, 20))
    await expect(read(response)).rejects.toMatchObject({ name: 'TypeError', message: 'terminated' })
  })
})
