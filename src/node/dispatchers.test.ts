import { createServer, type LookupFunction } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { conversations } from '../client/testing/conversations.ts'
import { type ChatClientOptions, type ChatError, createChatClient } from '../index.ts'
import { listen, listenHttp } from '../testing/servers.ts'
import { environmentDispatchers } from './dispatchers.ts'
import { nodeFetch } from './node-fetch.ts'
import { certified, listenTls, startProxy } from './testing/servers.ts'

const name = 'chat.invalid'
const certificate = await certified(name)
const page = JSON.stringify(conversations(10))

/** A fetch in an environment, to which the names that aren't proxied are this machine, and the certificate is trusted. */
function fetchIn(environment: NodeJS.ProcessEnv, trusted = [certificate.cert]): typeof fetch {
  const lookup = ((_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }])) as LookupFunction
  const dispatcherFor = environmentDispatchers(environment, { ca: trusted, lookup })
  return (input, init) => nodeFetch({ dispatcher: dispatcherFor(new URL(String(input))) })(input, init)
}

const client = (baseUrl: string, environment: NodeJS.ProcessEnv, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({
    token: 'secret-token',
    baseUrl,
    fetch: fetchIn(environment),
    retry: false,
    allowInsecureHttp: true,
    ...options,
  })

const failureOf = (chat: ReturnType<typeof client>) =>
  chat.listConversations('org').then(
    () => {
      throw new Error('it should have failed')
    },
    (error: ChatError) => error,
  )

/** A server with a certificate, and a proxy that takes every name for it. */
async function startBoth(status?: number) {
  const seen: unknown[] = []
  const server = await listenTls(certificate, ({ url, headers }, response) => {
    seen.push([url, headers['proxy-authorization']])
    response.end(page)
  })
  const proxy = await startProxy(server.port, status)
  return { server, proxy, seen, url: `https://${name}` }
}

describe('a proxy of the environment', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('is used by %s', async (variable) => {
    const { proxy, seen, url } = await startBoth()
    const chat = client(url, { [variable]: proxy.baseUrl })
    expect(await chat.listConversations('org')).toHaveLength(10)
    expect(proxy.asked).toEqual([{ target: `${name}:443`, authorization: undefined }])
    expect(seen).toEqual([['/backend/chat/org', undefined]])
    const { data } = await chat.http.GET('/backend/chat/{organization_id}', {
      params: { path: { organization_id: 'org' } },
    })
    expect(data).toHaveLength(10)
  })

  it('carries plain http too', async () => {
    const { port } = await listenHttp((_, response) => response.end(page))
    const proxy = await startProxy(port)
    expect(await client(`http://${name}`, { HTTP_PROXY: proxy.baseUrl }).listConversations('org')).toHaveLength(10)
    expect(proxy.asked).toMatchObject([{ target: `${name}:80` }])
  })

  it('gets the credentials of its URL, and the server does not', async () => {
    const { proxy, seen, url } = await startBoth()
    const environment = { HTTPS_PROXY: proxy.baseUrl.replace('//', '//jane:p%40ss@') }
    await client(url, environment).listConversations('org')
    expect(proxy.asked[0]?.authorization).toBe(`Basic ${btoa('jane:p@ss')}`)
    expect(seen).toEqual([['/backend/chat/org', undefined]])
  })

  it.each(['127.0.0.1', 'localhost'])('is not used for this machine: %s', async (host) => {
    const { port } = await listenHttp((_, response) => response.end(page))
    const proxy = await startProxy(port)
    const chat = client(`http://${host}:${port}`, { HTTP_PROXY: proxy.baseUrl, HTTPS_PROXY: proxy.baseUrl })
    expect(await chat.listConversations('org')).toHaveLength(10)
    expect(proxy.asked).toEqual([])
  })

  it.each<[string, (port: number) => string, number]>([
    ['the host', () => name, 0],
    ['its domain', () => '.invalid', 0],
    ['the host and its port', (port) => `other.example, ${name}:${port}`, 0],
    ['everything', () => '*', 0],
    ['another port', (port) => `${name}:${port + 1}`, 1],
    ['another host', () => 'at.invalid', 1],
  ])('is left out where NO_PROXY names %s', async (_, noProxy, expected) => {
    const { server, proxy } = await startBoth()
    const environment = { HTTPS_PROXY: proxy.baseUrl, NO_PROXY: noProxy(server.port) }
    const chat = client(`https://${name}:${server.port}`, environment)
    expect(await chat.listConversations('org')).toHaveLength(10)
    expect(proxy.asked).toHaveLength(expected)
  })

  it.each([403, 407, 502])('that answers %i is named, without its credentials', async (status) => {
    const { proxy, seen, url } = await startBoth(status)
    const error = await failureOf(client(url, { HTTPS_PROXY: proxy.baseUrl.replace('//', '//jane:hunter2@') }))
    expect(error).toMatchObject({
      code: 'connection_error',
      message: expect.stringContaining(`: the proxy answered ${status} (`),
    })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/hunter2|aHVudGVyMg|secret-token/)
    expect(seen).toEqual([])
    await expect.poll(() => proxy.sockets.size).toBe(0)
  })

  it('that is not there is named, without its credentials', async () => {
    const { proxy, url } = await startBoth()
    const { port, close } = await listen(createServer())
    await close()
    const error = await failureOf(client(url, { HTTPS_PROXY: `http://jane:hunter2@127.0.0.1:${port}` }))
    expect(error.message).toContain("the proxy can't be used: the connection was refused (attempt 1)")
    expect(error).toMatchObject({ cause: { cause: { cause: { code: 'ECONNREFUSED' } } } })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/hunter2|aHVudGVyMg/)
    expect(proxy.asked).toEqual([])
  })

  it('that speaks no HTTP, or hangs up, is named', async () => {
    for (const answer of ['SSH-2.0-server\r\n', '']) {
      const { baseUrl } = await listen(createServer((socket) => void socket.once('data', () => socket.end(answer))))
      const { message } = await failureOf(client(`https://${name}`, { HTTPS_PROXY: baseUrl }))
      expect(message).toContain(`the proxy can't be used: the ${answer ? 'port speaks no HTTP' : 'server closed'}`)
    }
  })

  it('that never answers is left by a time limit and by an abort, which free the connection', async () => {
    const { proxy, url } = await startBoth(0)
    const environment = { HTTPS_PROXY: proxy.baseUrl }
    expect(await failureOf(client(url, environment, { timeout: 50 }))).toMatchObject({ code: 'timeout' })
    await expect.poll(() => proxy.sockets.size).toBe(0)
    const controller = new AbortController()
    const call = client(url, environment).listConversations('org', { signal: controller.signal })
    await expect.poll(() => proxy.sockets.size).toBe(1)
    controller.abort('enough')
    await expect(call).rejects.toBe('enough')
    await expect.poll(() => proxy.sockets.size).toBe(0)
  })
})

describe('a certificate', () => {
  it.each([false, true])('that nobody vouches for is named, with a proxy: %s', async (proxied) => {
    const { server, proxy } = await startBoth()
    const url = `https://${name}:${server.port}`
    const fetch = fetchIn(proxied ? { HTTPS_PROXY: proxy.baseUrl } : {}, [])
    const error = await failureOf(client(url, {}, { fetch }))
    expect(error.message).toContain("the certificate isn't trusted")
    expect(error).toMatchObject({ cause: { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } } })
  })

  it.each([false, true])('of another name is named, with a proxy: %s', async (proxied) => {
    const { server, proxy } = await startBoth()
    const url = `https://other.invalid:${server.port}`
    const error = await failureOf(client(url, proxied ? { HTTPS_PROXY: proxy.baseUrl } : {}))
    expect(error.message).toContain('the certificate is of another name')
  })
})

describe('a connection that does not come about', () => {
  it.each<[string, NodeJS.ProcessEnv]>([
    ['directly', {}],
    ['behind a proxy', { HTTPS_PROXY: '' }],
  ])('%s is given up with the request', async (_, environment) => {
    // Takes connections, and never shakes hands.
    const silent = await listen(createServer((socket) => void socket.resume()))
    const proxy = await startProxy(silent.port)
    const env = 'HTTPS_PROXY' in environment ? { HTTPS_PROXY: proxy.baseUrl } : {}
    const controller = new AbortController()
    const chat = client(`https://${name}:${silent.port}`, env)
    const call = chat.listConversations('org', { signal: controller.signal })
    await Promise.all([
      expect(call).rejects.toBe('enough'),
      expect
        .poll(() => silent.sockets.size)
        .toBe(1)
        .then(() => controller.abort('enough')),
    ])
    await expect.poll(() => silent.sockets.size).toBe(0)
  })

  it('does not take along what serves others', async () => {
    const { server, url } = await startBoth()
    const fetch = fetchIn({})
    const send = (signal?: AbortSignal) => fetch(`${url}:${server.port}`, signal ? { signal } : {})
    const controller = new AbortController()
    const other = send()
    const given = send(controller.signal)
    controller.abort('enough')
    await expect(given).rejects.toBe('enough')
    expect(await (await other).text()).toBe(page)
  })

  it('is named when its name means nothing', async () => {
    const lookup = vi.fn((_host, _options, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' })))
    const dispatcher = environmentDispatchers({}, { lookup: lookup as LookupFunction })(new URL('https://chat.invalid'))
    const error = await failureOf(client('https://chat.invalid', {}, { fetch: nodeFetch({ dispatcher }) }))
    expect(error.message).toContain("the name can't be resolved")
  })
})
