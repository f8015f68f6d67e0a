import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type ChatClientOptions, createChatClient } from '../index.ts'
import { listenHttp } from '../testing/servers.ts'
import { conversations } from './testing/conversations.ts'

// What can only be seen on a real connection.

async function listen(listener: RequestListener) {
  // Requests that are open: after an abort, Node's fetch closes the connection, and opens an idle one in its place.
  const open = new Set<string | undefined>()
  const { baseUrl, close } = await listenHttp((request, response) => {
    open.add(request.url)
    response.on('close', () => open.delete(request.url))
    listener(request, response)
  })
  return { open, baseUrl, close }
}

const client = (baseUrl: string, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', baseUrl, retry: { baseDelay: 0 }, ...options })

const page = JSON.stringify(conversations(10))

describe('on the wire', () => {
  it('a compressed answer is read', async () => {
    const { baseUrl } = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(page))
    })
    expect(await client(baseUrl).listConversations('org')).toHaveLength(10)
  })

  it('a small answer that unpacks to more than the limit is refused', async () => {
    const { baseUrl } = await listen((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000, 32)))
    })
    await expect(client(baseUrl, { maxBodyBytes: 1_000_000 }).listConversations('org')).rejects.toMatchObject({
      code: 'invalid_response',
    })
  })

  it.each([0, 1, 200, page.length - 1])(
    'an answer without a length that ends after %i bytes, because the connection closed, is asked for again',
    async (length) => {
      let requests = 0
      const { baseUrl } = await listen((request) => {
        const body = requests++ ? page : page.slice(0, length)
        request.socket.end(`HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n${body}`)
      })
      expect(await client(baseUrl).listConversations('org')).toHaveLength(10)
      expect(requests).toBe(2)
    },
  )

  it('a redirect never takes the token to another origin, nor along the same', async () => {
    const visits: (string | undefined)[] = []
    const other = await listen((request, response) => {
      visits.push(request.headers.authorization)
      response.end(page)
    })
    let requests = 0
    for (const to of [other.baseUrl, '']) {
      const { baseUrl } = await listen((_, response) => {
        requests++
        response.writeHead(302, { location: `${to}/elsewhere` }).end()
      })
      await expect(client(baseUrl).listConversations('org')).rejects.toMatchObject({ code: 'api_error', status: 302 })
      const { http } = client(baseUrl)
      const call = http.GET('/backend/chat/{organization_id}', {
        params: { path: { organization_id: 'org' } },
        redirect: 'follow',
      })
      await expect(call).rejects.toMatchObject({ status: 302 })
    }
    expect(visits).toEqual([])
    expect(requests).toBe(4)
  })

  it.each<[string, RequestListener]>([
    ['is reset before an answer', (request) => request.socket.destroy()],
    [
      'breaks off in mid body',
      (request, response) => {
        response.writeHead(200, { 'content-length': page.length + 5 })
        response.write(page)
        setTimeout(() => request.socket.destroy(), 5)
      },
    ],
    [
      'breaks off in mid chunk',
      (request, response) => {
        response.write(page.slice(0, 50))
        setTimeout(() => request.socket.destroy(), 5)
      },
    ],
  ])('a connection that %s is tried again, and then named', async (_, fail) => {
    let requests = 0
    const { baseUrl } = await listen((request, response) => {
      if (++requests <= 2) fail(request, response)
      else response.end(page)
    })
    expect(await client(baseUrl).listConversations('org')).toHaveLength(10)
    expect(requests).toBe(3)
    const dead = await listen(fail)
    await expect(client(dead.baseUrl).listConversations('org')).rejects.toMatchObject({
      code: 'connection_error',
      attempts: 4,
    })
  })

  it('a server that isn’t there is named', async () => {
    const { baseUrl, close } = await listen(() => {})
    await close()
    await expect(client(baseUrl).listConversations('org')).rejects.toMatchObject({
      code: 'connection_error',
      attempts: 4,
    })
  })

  it.each<[string, RequestListener]>([
    ['the headers', () => {}],
    ['the body', (_, response) => void response.write('[')],
  ])('stalled at %s, the time limit ends the request and closes the connection', async (_, stall) => {
    const { baseUrl, open } = await listen(stall)
    await expect(client(baseUrl, { timeout: 40, retry: false }).listConversations('org')).rejects.toMatchObject({
      code: 'timeout',
    })
    await expect.poll(() => open.size).toBe(0)
  })

  it.each<[string, RequestListener]>([
    ['the headers', () => {}],
    ['the body', (_, response) => void response.write('[')],
  ])('stalled at %s, an abort ends the request of http too, and closes the connection', async (_, stall) => {
    const { baseUrl, open } = await listen(stall)
    const chat = client(baseUrl)
    const controller = new AbortController()
    const { signal } = controller
    const params = { path: { organization_id: 'org' } }
    const calls = [
      chat.listConversations('other', { signal }),
      chat.http.GET('/backend/chat/{organization_id}', { params, signal }),
    ]
    const settled = Promise.allSettled(calls)
    await expect.poll(() => open.size).toBe(2)
    controller.abort('enough')
    expect(await settled).toEqual(Array(2).fill({ status: 'rejected', reason: 'enough' }))
    await expect.poll(() => open.size).toBe(0)
  })

  it('leaving the loop ends the requests for pages ahead', async () => {
    const { baseUrl, open } = await listen((request, response) => {
      if (request.url?.includes('page=1')) response.end(page)
    })
    for await (const _ of client(baseUrl).conversations('org')) {
      await expect.poll(() => open.size).toBe(4)
      break
    }
    await expect.poll(() => open.size).toBe(0)
  })
})
