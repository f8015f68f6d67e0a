import { getEventListeners } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:net'
import { inspect } from 'node:util'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { Agent } from 'undici'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { conversations } from '../client/testing/conversations.ts'
import { type ChatClientOptions, ChatConfigurationError, ChatResponseError, createChatClient } from '../index.ts'
import { listen, listenHttp } from '../testing/servers.ts'
import { nodeFetch } from './node-fetch.ts'

const client = (baseUrl: string, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', baseUrl, fetch: nodeFetch(), retry: false, ...options })

const page = JSON.stringify(conversations(10))
const path = { organization_id: 'org' }

describe('with nodeFetch, the client', () => {
  it('sends what it sends with the global one', async () => {
    const seen: unknown[] = []
    const { baseUrl } = await listenHttp(({ method, url, headers }, response) => {
      seen.push({ method, url, ...headers, connection: undefined })
      response.end(page)
    })
    await client(baseUrl).listConversations('org', { limit: 5 })
    await client(baseUrl, { fetch }).listConversations('org', { limit: 5 })
    const [own, { 'accept-language': _, 'sec-fetch-mode': __, ...global }] = seen as [object, Record<string, string>]
    expect(own).toEqual({ ...global, 'accept-encoding': 'gzip, deflate, br' })
  })

  it('reads the answers of http too', async () => {
    const { baseUrl } = await listenHttp((_, response) => response.end(page))
    const { data, response } = await client(baseUrl).http.GET('/backend/chat/{organization_id}', { params: { path } })
    expect(data).toHaveLength(10)
    expect(response.url).toBe(`${baseUrl}/backend/chat/org`)
  })

  it('walks over a connection for each page that is under way', async () => {
    const { baseUrl, sockets } = await listenHttp((request, response) => {
      const number = Number(/page=(\d+)/.exec(request.url ?? '')?.[1])
      response.end(JSON.stringify(number > 20 ? [] : conversations(1).map((one) => ({ ...one, id: `c${number}` }))))
    })
    const found = []
    for await (const conversation of client(baseUrl).conversations('org')) found.push(conversation)
    expect(found).toHaveLength(20)
    expect(sockets.size).toBeLessThanOrEqual(8)
  })

  it('follows no redirect', async () => {
    const paths: unknown[] = []
    const { baseUrl } = await listenHttp((request, response) => {
      paths.push(request.url)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    const error = client(baseUrl).listConversations('org')
    await expect(error).rejects.toMatchObject({ code: 'api_error', status: 302 })
    expect(paths).toEqual(['/backend/chat/org'])
  })

  it.each<[string, RequestListener]>([
    ['the headers', () => {}],
    ['the body', (_, response) => void response.write('[')],
    ['a packed body', (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).write('\x1f')],
    [
      'a body of either format',
      (_, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).flushHeaders(),
    ],
  ])('stalled at %s, ends by its time limit, an abort, and in http, and closes the connection', async (_, stall) => {
    const { baseUrl, sockets } = await listenHttp(stall)
    const late = client(baseUrl, { timeout: 40 }).listConversations('org')
    await expect(late).rejects.toMatchObject({ code: 'timeout' })
    await expect.poll(() => sockets.size).toBe(0)
    const controller = new AbortController()
    const { signal } = controller
    const calls = Promise.allSettled([
      client(baseUrl).listConversations('org', { signal }),
      client(baseUrl).http.GET('/backend/chat/{organization_id}', { params: { path }, signal }),
    ])
    await expect.poll(() => sockets.size).toBe(2)
    controller.abort('enough')
    expect(await calls).toEqual(Array(2).fill({ status: 'rejected', reason: 'enough' }))
    await expect.poll(() => sockets.size).toBe(0)
  })

  it.each<[string, RequestListener, string]>([
    ['is closed before an answer', (request) => request.socket.destroy(), 'the server closed the connection'],
    [
      'is closed within the body',
      (request, response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('[')
        setTimeout(() => request.socket.destroy(), 5)
      },
      'the server closed the connection',
    ],
    [
      'is closed within a packed body',
      (request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync(page).subarray(0, 50))
        setTimeout(() => request.socket.destroy(), 5)
      },
      'the server closed the connection',
    ],
  ])('names a connection that %s', async (_, listener, words) => {
    const { baseUrl } = await listenHttp(listener)
    const error = await client(baseUrl)
      .listConversations('org')
      .catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'connection_error', message: expect.stringContaining(words) })
    const { cause } = error as { cause: TypeError }
    expect(cause).toBeInstanceOf(TypeError)
    expect(cause.cause).toMatchObject({ code: expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/) })
  })

  it('keeps out of errors what a server sends beside the protocol', async () => {
    const { baseUrl } = await listen(
      createServer((socket) => {
        const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n[{\r\nJane Made-Up\r\n'
        socket.once('data', () => socket.end(head))
      }),
    )
    const error = await client(baseUrl)
      .listConversations('org')
      .catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'connection_error' })
    expect(inspect(error, { depth: 9 })).not.toContain('Jane')
  })

  it('names something that speaks no HTTP', async () => {
    const { baseUrl } = await listen(createServer((socket) => void socket.end('SSH-2.0-server\r\n')))
    await expect(client(baseUrl).listConversations('org')).rejects.toThrow('the port speaks no HTTP')
    const tls = baseUrl.replace('http:', 'https:')
    await expect(client(tls).listConversations('org')).rejects.toThrow('the port speaks http, not https')
  })
})

describe('a body', () => {
  const raw = Buffer.from(page)
  const packed = (body: Uint8Array, encoding: string) =>
    listenHttp((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))

  it.each([
    ['gzip', gzipSync(raw)],
    ['x-gzip', gzipSync(raw)],
    ['GZIP', gzipSync(raw)],
    ['deflate', deflateSync(raw)],
    ['deflate', deflateRawSync(raw)],
    ['br', brotliCompressSync(raw)],
    ['br, gzip', gzipSync(brotliCompressSync(raw))],
    ['identity', raw],
    ['', raw],
  ])('packed as %s is unpacked', async (encoding, body) => {
    const { baseUrl } = await packed(body, encoding)
    expect(await client(baseUrl).listConversations('org')).toHaveLength(10)
  })

  it.each(['zstd', 'toString', 'gzip, gzip, gzip, gzip'])('packed as %s stays as it came', async (encoding) => {
    const { baseUrl } = await packed(raw, encoding)
    const response = await nodeFetch()(baseUrl)
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(await response.text()).toBe(page)
  })

  it('that can’t be unpacked is a broken answer', async () => {
    const { baseUrl } = await packed(raw, 'gzip')
    const error = client(baseUrl).listConversations('org')
    await expect(error).rejects.toMatchObject({ code: 'connection_error', cause: { cause: { code: 'Z_DATA_ERROR' } } })
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['gzip, gzip', (body: Buffer) => gzipSync(gzipSync(body))],
  ])('of %s that unpacks to more than the limit is given up there', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(100_000_000, 32))
    const { baseUrl, sockets } = await listenHttp((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).write(bomb)
    })
    let inflated = 0
    const counting: typeof fetch = async (...request) => {
      const response = await nodeFetch()(...request)
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          inflated += chunk.byteLength
          controller.enqueue(chunk)
        },
      })
      return new Response(response.body?.pipeThrough(counted), response)
    }
    const error = client(baseUrl, { maxBodyBytes: 1_000_000, fetch: counting }).listConversations('org')
    await expect(error).rejects.toBeInstanceOf(ChatResponseError)
    expect(inflated).toBeLessThan(2_000_000)
    await expect.poll(() => sockets.size).toBe(0)
  })
})

describe('nodeFetch', () => {
  it('is a fetch', async () => {
    expectTypeOf(nodeFetch()).toEqualTypeOf<typeof fetch>()
    const { baseUrl } = await listenHttp((request, response) => {
      response.writeHead(201, 'Made', { 'set-cookie': ['a=1', 'b=2'], 'x-method': request.method ?? '' })
      request.pipe(response)
    })
    const request = new Request(baseUrl, { method: 'POST', body: 'ü', headers: { 'content-type': 'text/plain' } })
    const response = await nodeFetch()(request)
    expect(response).toBeInstanceOf(Response)
    expect(response).toMatchObject({ status: 201, statusText: 'Made', ok: true, redirected: false, url: `${baseUrl}/` })
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(response.headers.get('x-method')).toBe('POST')
    expect(await response.clone().text()).toBe('ü')
    expect(await response.text()).toBe('ü')
    const form = await nodeFetch()(new URL(baseUrl), { method: 'PUT', body: new URLSearchParams({ a: '1' }) })
    expect(await form.text()).toBe('a=1')
  })

  it.each([204, 304])('gives a %i without a body', async (status) => {
    const { baseUrl } = await listenHttp((_, response) => response.writeHead(status).end())
    expect(await nodeFetch()(baseUrl)).toMatchObject({ status, body: null })
  })

  it('gives the headers of HEAD, of a packed body too', async () => {
    const headers = { 'content-encoding': 'gzip', 'content-length': '99' }
    const { baseUrl } = await listenHttp((_, response) => response.writeHead(200, headers).end())
    const response = await nodeFetch()(baseUrl, { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe('99')
    expect(await response.text()).toBe('')
  })

  it('gives a status that HTTP does not know', async () => {
    const answer = 'HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\nno'
    const { baseUrl } = await listen(createServer((socket) => void socket.once('data', () => socket.end(answer))))
    const response = await nodeFetch()(baseUrl)
    expect(response).toMatchObject({ status: 999, ok: false })
    expect(await response.text()).toBe('no')
  })

  it.each<[string, HeadersInit]>([
    ['a record', { Accept: 'text/csv', 'X-Count': 7 as unknown as string }],
    [
      'a list',
      [
        ['Accept', 'text/csv'],
        ['X-Count', '7'],
      ],
    ],
    ['Headers', new Headers({ Accept: 'text/csv', 'X-Count': '7' })],
  ])('takes headers as %s, in place of its own', async (_, headers) => {
    const seen: unknown[] = []
    const { baseUrl } = await listenHttp(({ rawHeaders }, response) => {
      seen.push(rawHeaders.filter((_, index) => /^(accept|x-count)$/i.test(rawHeaders[index - (index % 2)] ?? '')))
      response.end()
    })
    await nodeFetch()(baseUrl, { headers })
    expect(seen).toEqual([['accept', 'text/csv', 'x-count', '7']])
  })

  it.each<[string, RequestInit & { url?: string }]>([
    ['a header', { headers: { 'x-team': 'über\n' } }],
    ['a URL', { url: 'nonsense' }],
    ['a method', { method: 'no method' }],
  ])('refuses %s that can’t be sent', async (_, { url = 'http://127.0.0.1:9', ...init }) => {
    await expect(nodeFetch()(url, init)).rejects.toBeInstanceOf(TypeError)
  })

  it('sends nothing once its signal has aborted', async () => {
    const listener = vi.fn()
    const { baseUrl } = await listenHttp(listener)
    await expect(nodeFetch()(baseUrl, { signal: AbortSignal.abort('no') })).rejects.toBe('no')
    expect(listener).not.toHaveBeenCalled()
  })

  it('leaves no listener on its signal, nor closes for an abort what others use', async () => {
    const { baseUrl, sockets } = await listenHttp((_, response) => response.end(page))
    const controller = new AbortController()
    const send = nodeFetch()
    expect(await (await send(baseUrl, { signal: controller.signal })).text()).toBe(page)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    await new Promise(setImmediate)
    controller.abort()
    expect(await (await send(baseUrl)).text()).toBe(page)
    expect(sockets.size).toBe(1)
  })

  it('takes a dispatcher', async () => {
    const { baseUrl } = await listenHttp((_, response) => response.end(page))
    const dispatcher = new Agent()
    const request = vi.spyOn(dispatcher, 'request')
    expect((await nodeFetch({ dispatcher })(baseUrl)).status).toBe(200)
    expect(request).toHaveBeenCalledOnce()
  })

  it.each<[string, object, string]>([
    [
      'a dispatcher that can’t send, as Bun’s own',
      { dispatcher: new EventTarget() },
      'dispatcher must be one of undici',
    ],
    ['a misspelt option', { dispacher: new Agent() }, 'Did you mean dispatcher?'],
    ['a dispatcher in place of the options', new Agent(), 'is no option'],
  ])('refuses %s', (_, options, message) => {
    expect(() => nodeFetch(options)).toThrow(message)
    expect(() => nodeFetch(options)).toThrow(ChatConfigurationError)
  })
})
