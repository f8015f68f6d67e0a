import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChatClient } from '../index.ts'
import { conversations } from './testing/conversations.ts'
import { drain } from './testing/drain.ts'
import { handle } from './testing/handler.ts'

const client = (fetch: typeof globalThis.fetch) => createChatClient({ token: 'secret-token', fetch })

describe('a server that asks for a pause', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('gets it from the whole walk, not from one page', async () => {
    const list = conversations(100)
    const times: number[] = []
    let refused = 0
    const { fetch } = handle(async ({ page, limit }) => {
      times.push(Date.now())
      if (page === 3 && refused++ === 0) return new Response('', { status: 429, headers: { 'retry-after': '5' } })
      await new Promise((resolve) => setTimeout(resolve, 10))
      return Response.json(list.slice((page - 1) * limit, page * limit))
    })
    const start = Date.now()
    const walked = drain(client(fetch).conversations('org'))
    await vi.runAllTimersAsync()
    expect((await walked).ids).toHaveLength(100)
    expect(times.filter((at) => at > start + 10 && at < start + 5000)).toEqual([])
  })

  it('gets the longest that it asked for from all pages, also from those that it told nothing', async () => {
    const list = conversations(100)
    // Page 2 is refused and not told for how long, then page 3 is told, then page 4 fails.
    const answers: Record<number, [status: number, retryAfter: string, after: number]> = {
      2: [429, '', 10],
      3: [429, '10', 40],
      4: [503, '', 70],
    }
    const times: [page: number, at: number][] = []
    const start = Date.now()
    vi.spyOn(Math, 'random').mockReturnValue(0.99)
    const { fetch } = handle(async ({ page, limit }) => {
      times.push([page, Date.now() - start])
      const [status, retryAfter, after] = answers[page] ?? [200, '', 10]
      delete answers[page]
      await new Promise((resolve) => setTimeout(resolve, after))
      if (status !== 200) return new Response('', { status, headers: { 'retry-after': retryAfter } })
      return Response.json(list.slice((page - 1) * limit, page * limit))
    })
    const walked = drain(client(fetch).conversations('org'))
    await vi.runAllTimersAsync()
    expect((await walked).ids).toHaveLength(100)
    expect(times.filter(([, at]) => at > 30 && at < 10_000)).toEqual([])
  })

  it('has no page run out of time while it waits for others', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const list = conversations(100)
    let busy = false
    const { fetch } = handle(async ({ page, limit }) => {
      if (busy) return new Response('', { status: 429, headers: { 'retry-after-ms': '50' } })
      busy = true
      await new Promise((resolve) => setTimeout(resolve, 200))
      busy = false
      return Response.json(list.slice((page - 1) * limit, page * limit))
    })
    const chat = createChatClient({ token: 'secret-token', fetch, totalTimeout: 700 })
    const walked = drain(chat.conversations('org'))
    await vi.runAllTimersAsync()
    expect(await walked).toMatchObject({ error: undefined, ids: list.map(({ id }) => id) })
  })

  it('is obeyed to the end, however strict it is', async () => {
    const list = conversations(120)
    let allowed = Date.now()
    const { fetch, seen } = handle(({ page, limit }) => {
      if (Date.now() < allowed) return new Response('', { status: 429, headers: { 'retry-after': '1' } })
      allowed = Date.now() + 1000
      return Response.json(list.slice((page - 1) * limit, page * limit))
    })
    const walked = drain(client(fetch).conversations('org'))
    await vi.runAllTimersAsync()
    const { ids, error } = await walked
    expect(error).toBeUndefined()
    expect(ids).toHaveLength(120)
    // Of 13 pages. More would be if pages that were not refused went on beside those that take turns.
    expect(seen.length).toBeLessThan(47)
  })
})

describe('a time of day that is set', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('back by an hour makes no wait longer', async () => {
    vi.useFakeTimers()
    const { fetch, seen } = handle(() => {
      if (seen.length > 1) return Response.json([])
      vi.setSystemTime(Date.now() - 3_600_000)
      return new Response('', { status: 503, headers: { 'retry-after': '1' } })
    })
    const called = client(fetch).listConversations('org')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await called).toEqual([])
  })

  it('to one moment by a test lets a call go on after a failure, and keeps its time limit', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { fetch, seen } = handle(() => (seen.length > 1 ? Response.json([]) : new Response('', { status: 503 })))
    expect(await client(fetch).listConversations('org')).toEqual([])
    const busy = handle(() => new Response('', { status: 503, headers: { 'retry-after-ms': '20' } }))
    const chat = createChatClient({
      token: 'secret-token',
      fetch: busy.fetch,
      totalTimeout: 100,
      retry: { attempts: 1000, baseDelay: 0 },
    })
    await expect(chat.listConversations('org')).rejects.toMatchObject({ status: 503 })
    expect(busy.seen.length).toBeLessThan(8)
  })
})
