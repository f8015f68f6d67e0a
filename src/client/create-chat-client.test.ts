import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { operations, type ParameterFacts } from '../../generated/facts.ts'
import {
  ChatConfigurationError,
  ChatPaginationError,
  createChatClient,
  type ListOptions,
  type WalkOptions,
} from '../index.ts'
import { conversations } from './testing/conversations.ts'
import { drain } from './testing/drain.ts'
import { handle, serve } from './testing/handler.ts'

/** The parameters of the query, each of which is an option. */
const queryNames = Object.entries<ParameterFacts>(operations.listConversations.parameters)
  .filter(([, { in: place }]) => place === 'query')
  .map(([name]) => name)

const client = (fetch: typeof globalThis.fetch) => createChatClient({ token: 'secret-token', fetch })

describe('listConversations', () => {
  it('asks for what it is told, and leaves the rest to the server', async () => {
    const { fetch, seen } = serve(conversations(9))
    const chat = client(fetch)
    await chat.listConversations('my org')
    await chat.listConversations('a/b', { page: 2, limit: 4, sortBy: 'status', sortDirection: 'DESC' })
    expect(seen.map(({ url }) => url.href)).toEqual([
      'https://api-v2.opencopilot.so/backend/chat/my%20org',
      'https://api-v2.opencopilot.so/backend/chat/a%2Fb?page=2&limit=4&sortBy=status&sortDirection=DESC',
    ])
    expect(Object.fromEntries(seen[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer secret-token',
    })
  })

  it('keeps the path of the base URL', async () => {
    const { fetch, seen } = serve([])
    await createChatClient({ token: 'secret-token', fetch, baseUrl: 'https://example.com/gateway/' }).listConversations(
      'org',
    )
    expect(seen[0]?.url.href).toBe('https://example.com/gateway/backend/chat/org')
  })

  it.each<[object, string]>([
    [{ page: 0 }, 'page must be a whole number from 1, not 0'],
    [{ page: 1.5 }, 'page must be a whole number from 1, not 1.5'],
    [{ limit: '10' }, 'limit must be a whole number from 1, not "10"'],
    [{ limit: Number.NaN }, 'limit must be a whole number from 1, not NaN'],
    [{ limit: null }, 'limit must be a whole number from 1, not null'],
    [{ sortDirection: 'asc' }, 'sortDirection must be ASC or DESC, not "asc"'],
    [{ sortBy: '' }, 'sortBy must be of type string and not empty, not ""'],
    [{ signal: 'stop' }, 'signal must be of type object, not "stop"'],
    [{ concurrency: 2 }, `concurrency is no option. There are ${[...queryNames, 'signal'].join(', ')}`],
  ])('refuses %j in one clear line', async (options, message) => {
    const { fetch, seen } = serve([])
    await expect(client(fetch).listConversations('org', options as ListOptions)).rejects.toEqual(
      new ChatConfigurationError(message),
    )
    expect(seen).toEqual([])
  })

  it('rejects, and never throws', async () => {
    const { fetch } = serve([])
    for (const id of ['', '..', undefined]) {
      const call = client(fetch).listConversations(id as string)
      await expect(call).rejects.toThrow(/^organization_id must be one path segment/)
    }
  })

  it('looks the global fetch up at each call', async () => {
    const chat = createChatClient({ token: 'secret-token' })
    const { fetch, seen } = serve(conversations(1))
    vi.stubGlobal('fetch', fetch)
    try {
      expect(await chat.listConversations('org')).toHaveLength(1)
      expect(seen).toHaveLength(1)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('conversations and pages', () => {
  it('give the same, one by one and page by page', async () => {
    const { fetch } = serve(conversations(47))
    const chat = client(fetch)
    const sizes: number[] = []
    for await (const page of chat.pages('org', { limit: 20 })) sizes.push(page.length)
    expect(sizes).toEqual([20, 20, 7])
    expect((await drain(chat.conversations('org'))).ids).toEqual(conversations(47).map(({ id }) => id))
  })

  it('send nothing before they are asked for something', async () => {
    const { fetch, seen } = serve([])
    client(fetch).conversations('org')
    client(fetch).pages('..', { limit: -1 })
    expect(seen).toEqual([])
  })

  it.each<[object, RegExp]>([
    [{ page: 2 }, /^page is no option. .*There are startPage, limit, /],
    [{ startPage: 0 }, /^startPage must be a whole number from 1/],
    [{ concurrency: 0 }, /^concurrency must be a whole number from 1/],
  ])('refuse %j', async (options, message) => {
    const { fetch, seen } = serve([])
    const { error } = await drain(client(fetch).conversations('org', options as WalkOptions))
    expect(error).toBeInstanceOf(ChatConfigurationError)
    expect(error?.message).toMatch(message)
    expect(seen).toEqual([])
  })

  it('do with what a server gives that clamps the limit', async () => {
    const list = conversations(130)
    const { fetch } = handle(({ page, limit }) => {
      const size = Math.min(limit, 50)
      return Response.json(list.slice((page - 1) * size, page * size))
    })
    expect((await drain(client(fetch).conversations('org', { limit: 100 }))).ids).toHaveLength(130)
  })

  it.each<[WalkOptions, number]>([
    [{}, 4],
    [{ sortBy: 'created_at', sortDirection: 'ASC' }, 4],
    [{ concurrency: 2 }, 2],
    [{ concurrency: 1 }, 1],
    [{ sortDirection: 'DESC' }, 1],
    [{ sortDirection: 'DESC', concurrency: 8 }, 1],
    [{ sortBy: 'total_messages' }, 1],
  ])('with %j have at most %i pages under way', async (options, most) => {
    let underWay = 0
    let seenAtOnce = 0
    const list = conversations(100)
    const { fetch } = handle(async ({ page, limit }) => {
      seenAtOnce = Math.max(seenAtOnce, ++underWay)
      await new Promise(setImmediate)
      underWay--
      return Response.json(list.slice((page - 1) * limit, page * limit))
    })
    expect((await drain(client(fetch).conversations('org', options))).ids).toHaveLength(100)
    expect(seenAtOnce).toBe(most)
  })

  it('end in an error that says how far they got, from where they can go on', async () => {
    const list = conversations(60)
    let failing = true
    const { fetch } = handle(({ page, limit }) =>
      failing && page === 4
        ? new Response('', { status: 400 })
        : Response.json(list.slice((page - 1) * limit, page * limit)),
    )
    const chat = client(fetch)
    const first = await drain(chat.conversations('org'))
    expect(first.ids).toHaveLength(30)
    expect(first.error).toMatchObject({
      code: 'api_error',
      status: 400,
      page: 4,
      count: 30,
      lastId: 'c29',
      attempts: 1,
    })
    expect(JSON.parse(JSON.stringify(first.error))).toMatchObject({ page: 4, count: 30, lastId: 'c29' })
    failing = false
    const second = await drain(chat.conversations('org', { startPage: first.error?.page }))
    expect([...first.ids, ...second.ids]).toEqual(list.map(({ id }) => id))
  })

  it('end in an error when the server ignores the page', async () => {
    const { fetch } = handle(() => Response.json(conversations(10)))
    const { ids, error } = await drain(client(fetch).conversations('org'))
    expect(error).toBeInstanceOf(ChatPaginationError)
    expect(error).toMatchObject({ code: 'pagination_error', page: 2, count: 10, lastId: 'c9' })
    expect(ids).toHaveLength(10)
  })

  it('give each of several consumers conversations of its own', async () => {
    const all = client(serve(conversations(25)).fetch)
      .conversations('org')
      [Symbol.asyncIterator]()
    const ids: string[] = []
    const consume = async () => {
      for (let next = await all.next(); !next.done; next = await all.next()) ids.push(next.value.id)
    }
    await Promise.all([consume(), consume(), consume()])
    expect(ids.sort()).toEqual(
      conversations(25)
        .map(({ id }) => id)
        .sort(),
    )
    expect(await all.next()).toEqual({ done: true, value: undefined })
  })

  it('start over each time they are iterated', async () => {
    const { fetch } = serve(conversations(15))
    const all = client(fetch).conversations('org')
    expect((await drain(all)).ids).toHaveLength(15)
    expect((await drain(all)).ids).toHaveLength(15)
  })

  it.each(['conversations', 'pages'] as const)('%s end at once when left while a page is under way', async (walk) => {
    const list = conversations(100)
    const signals: AbortSignal[] = []
    const { fetch } = handle(({ page, limit, signal }) => {
      signals.push(signal)
      return page < 3 ? Response.json(list.slice((page - 1) * limit, page * limit)) : new Promise<Response>(() => {})
    })
    const iterator = client(fetch)[walk]('org', { limit: 1 })[Symbol.asyncIterator]()
    await iterator.next()
    await iterator.next()
    const next = iterator.next()
    await new Promise(setImmediate)
    expect(await iterator.return()).toEqual({ done: true, value: undefined })
    expect(await next).toEqual({ done: true, value: undefined })
    expect(signals.slice(2).every(({ aborted }) => aborted)).toBe(true)
  })

  it('end at once when the stream that reads them is destroyed', async () => {
    const { fetch } = handle(() => new Promise(() => {}))
    for (const reason of [undefined, new Error('enough')]) {
      const stream = Readable.from(client(fetch).conversations('org'))
      stream.on('error', () => {})
      stream.read()
      await new Promise(setImmediate)
      stream.destroy(reason)
      await new Promise((resolve) => stream.once('close', resolve))
    }
  })

  it.each<[string, () => Response]>([
    ['404', () => Response.json({ detail: 'Invalid page.' }, { status: 404 })],
    ['204', () => new Response(null, { status: 204 })],
    ['null', () => Response.json(null)],
  ])('take %s past the end for the end, and for the first page for an error', async (_, nothing) => {
    const list = conversations(25)
    const { fetch } = handle(({ page, limit }) => {
      const items = list.slice((page - 1) * limit, page * limit)
      return items.length ? Response.json(items) : nothing()
    })
    expect(await drain(client(fetch).conversations('org'))).toMatchObject({ error: undefined, ids: { length: 25 } })
    const { error } = await drain(client(async () => nothing()).conversations('org'))
    expect(error).toMatchObject({ page: 1, status: nothing().status })
  })

  it.each<[string, () => Response]>([
    ['a refusal', () => Response.json({ message: 'page is too large' }, { status: 400 })],
    ['an object', () => Response.json({ error: 'no more' })],
    ['nothing at all', () => new Response('', { headers: { 'content-length': '0' } })],
  ])('fail at %s past the end, which might as well hide a page', async (_, answer) => {
    const list = conversations(25)
    const { fetch } = handle(({ page, limit }) => {
      const items = list.slice((page - 1) * limit, page * limit)
      return items.length ? Response.json(items) : answer()
    })
    expect(await drain(client(fetch).conversations('org'))).toMatchObject({ error: { count: 25 }, ids: { length: 25 } })
  })

  it('stop in the middle of a page once the signal has aborted, with its reason', async () => {
    const controller = new AbortController()
    const ids: string[] = []
    const walk = async () => {
      const { fetch } = serve(conversations(30))
      for await (const { id } of client(fetch).conversations('org', { signal: controller.signal })) {
        if (ids.push(id) === 3) controller.abort('enough')
      }
    }
    await expect(walk()).rejects.toBe('enough')
    expect(ids).toHaveLength(3)
  })

  it('leave conversations without an id to the reader when told not to check', async () => {
    const [one, two] = conversations(2)
    const { fetch } = serve([one, ...[undefined, null, null].map((id) => ({ ...two, id }))])
    const chat = createChatClient({ token: 'secret-token', fetch, validate: 'off' })
    const all: unknown[] = []
    for await (const conversation of chat.conversations('org', { concurrency: 1 })) all.push(conversation)
    expect(all).toHaveLength(4)
  })
})
