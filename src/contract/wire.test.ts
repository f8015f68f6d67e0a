import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { listenHttp } from '../testing/servers.ts'
import { systemClock } from './clock.ts'
import { type Variation, describe as words } from './exchange.ts'
import { exchangeOver } from './wire.ts'

const token = 'secret-token'

/** Sends one request to a real server that answers as the listener does. */
async function exchangeWith(listener: RequestListener, variation: Variation = {}, timeout = 5000) {
  const { baseUrl } = await listenHttp(listener)
  const target = { baseUrl: `${baseUrl}/v2`, token, organizationId: 'a/ü' }
  const request = {
    operation: operations.listConversations,
    ...variation,
    path: { organization_id: 'a/ü', ...variation.path },
  }
  return exchangeOver({ target, fetch: (url, init) => fetch(url, init), clock: systemClock, timeout }, request, 1)
}

it('sends the organization as one segment below the base path, with the token and nothing else', async () => {
  let seen: unknown
  await exchangeWith(
    ({ method, url, headers }, response) => {
      seen = { method, url, authorization: headers.authorization }
      response.end('[]')
    },
    {
      query: [
        ['page', '1'],
        ['page', '2&3'],
      ],
    },
  )
  expect(seen).toEqual({
    method: 'GET',
    url: '/v2/backend/chat/a%2F%C3%BC?page=1&page=2%263',
    authorization: `Bearer ${token}`,
  })
})

it('keeps the token out of what is recorded, even when it was sent in the URL', async () => {
  const exchange = await exchangeWith((_, response) => response.end('[]'), { query: [['access_token', token]] })
  expect(JSON.stringify(exchange)).not.toContain(token)
  expect(exchange.url).toContain('OPENCOPILOT_TOKEN')
})

it('follows no redirect', async () => {
  const exchange = await exchangeWith((_, response) => response.writeHead(302, { Location: '/login' }).end())
  expect(exchange.answer?.status).toBe(302)
})

it('notices a byte order mark, and bytes that are not UTF-8', async () => {
  const marked = await exchangeWith((_, response) => response.end(Buffer.from([0xef, 0xbb, 0xbf, 0x5b, 0x5d])))
  expect(marked.answer).toMatchObject({ byteOrderMark: true, json: [] })
  const latin = await exchangeWith((_, response) => response.end(Buffer.from([0x22, 0xfc, 0x22])))
  expect(latin.answer).toMatchObject({ text: undefined, json: undefined })
})

describe('a body that is too large', () => {
  const zipped = (body: string): RequestListener => {
    const bytes = gzipSync(body)
    return (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bytes)
  }

  it('is read to its bound after decompression, and says so', async () => {
    const exchange = await exchangeWith(zipped(`["${'ü'.repeat(32 * 2 ** 20)}"]`))
    expect(words(exchange)).toBe('200 with a body of more than 8 MiB')
    expect(exchange.answer?.json).toBeUndefined()
    expect(exchange.answer?.text).toMatch(/^\["ü+$/)
    expect(exchange.answer?.text?.length).toBe(2 ** 17 + 1)
  })

  it('is not parsed when it holds too many values', async () => {
    const exchange = await exchangeWith(zipped(`[${Array(60_000).fill('{}').join()}]`))
    expect(words(exchange)).toBe('200 with a body of 120000 values')
  })

  it('is read to its end when it is just within', async () => {
    const exchange = await exchangeWith(zipped(JSON.stringify('x'.repeat(8 * 2 ** 20 - 2))))
    expect(words(exchange)).toBe('200 with a JSON string')
  })
})

it.each([
  ['an array', `${'['.repeat(40_000)}${']'.repeat(40_000)}`, '/0'],
  ['a field', `[{"meta":${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}}]`, '/0/meta'],
  ['a field that the contract does not have', `[{},{"Jane":${'['.repeat(8000)}1${']'.repeat(8000)}}]`, '/1'],
])('cuts off what is nested too deep in %s, and says where', async (_, body, at) => {
  const { answer } = await exchangeWith((_, response) => response.end(body))
  expect(answer?.tooDeep).toBe(at)
  expect(() => JSON.stringify(answer)).not.toThrow()
})

it.each<[string, RequestListener, RegExp, timeout?: number]>([
  ['never answers', () => {}, /no complete answer within 50 ms/, 50],
  [
    'stops in the body',
    (_, response) => response.writeHead(200).write('[{"id":'),
    /no complete answer within 50 ms/,
    50,
  ],
  ['hangs up', (request) => request.socket.destroy(), /no answer/],
  [
    'breaks off in the body',
    (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('[{"id":')
      setImmediate(() => response.destroy())
    },
    /broke off|no answer/,
  ],
])('records a server that %s', async (_, listener, message, timeout) => {
  expect(words(await exchangeWith(listener, {}, timeout))).toMatch(message)
})
