import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChatApiError } from './errors/chat-api-error.ts'
import { ChatPaginationError } from './errors/chat-pagination-error.ts'
import { createSeenIds } from './seen-ids.ts'
import { type WalkSettings, walk } from './walk.ts'

type Read = WalkSettings<string>['read']

const ids = (count: number, prefix = 'c') => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const pageOf = (list: string[], page: number, size: number) => list.slice((page - 1) * size, page * size)

/** The same read, and which pages it was asked for. */
function recorded(serve: Read) {
  const pages: number[] = []
  const read: Read = (page, signal) => {
    pages.push(page)
    return serve(page, signal)
  }
  return { read, pages }
}

/** Walks to the end; gives what was yielded, and the error if there was one. */
async function drain(read: Read, options: Partial<WalkSettings<string>> = {}) {
  const yielded: string[] = []
  try {
    for await (const page of walk({ read, idOf: (id) => id, startPage: 1, concurrency: 4, ...options }))
      yielded.push(...page)
    return { yielded, error: undefined }
  } catch (error) {
    return { yielded, error }
  }
}

describe('going back after an id came twice', () => {
  // As many pages are read again as were under way, so as many must be remembered, however large they are.
  it.each([
    [4, 1000],
    [50, 100],
  ])('yields nothing twice with concurrency %i and pages of %i', async (concurrency, size) => {
    const list = ids(61 * size)
    let shifted = false
    const { yielded } = await drain(
      async (page) => {
        if (page === 60) shifted = true
        // One arrival at the front of the page carries its neighbour over the border.
        return pageOf(shifted ? ['new', ...list] : list, page, size)
      },
      { concurrency },
    )
    expect(new Set(yielded).size).toBe(yielded.length)
  })
})

describe('a list that stands still', () => {
  it.each([1, 2, 4, 9])('comes whole and in order with concurrency %i', async (concurrency) => {
    const list = ids(47)
    const { yielded } = await drain(async (page) => pageOf(list, page, 5), { concurrency })
    expect(yielded).toEqual(list)
  })

  it('asks for the first page alone, then for no more pages at once than allowed', async () => {
    let underWay = 0
    const most: number[] = []
    const read: Read = async (page) => {
      underWay++
      most.push(underWay)
      await new Promise(setImmediate)
      underWay--
      return pageOf(ids(60), page, 5)
    }
    await drain(read, { concurrency: 3 })
    expect(most[0]).toBe(1)
    expect(Math.max(...most)).toBe(3)
  })

  it('needs two requests for a list of one page, read one by one', async () => {
    const { read, pages } = recorded(async (page) => pageOf(['a', 'b'], page, 5))
    await drain(read, { concurrency: 1 })
    expect(pages).toEqual([1, 2])
  })

  it('starts at the page it is told', async () => {
    const { yielded } = await drain(async (page) => pageOf(ids(20), page, 5), { startPage: 3 })
    expect(yielded).toEqual(ids(20).slice(10))
  })

  it('yields an id that comes twice on one page once, and takes that for no shift', async () => {
    const { read, pages } = recorded(async (page) => pageOf(['a', 'b', 'b', 'c', 'd', 'e'], page, 3))
    const { yielded } = await drain(read)
    expect(yielded).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(pages.filter((page) => page === 1)).toHaveLength(1)
  })

  it('passes on items without an id, but not pages of them only', async () => {
    const idOf = (id: string) => (id.startsWith('?') ? undefined : id)
    expect((await drain(async (page) => pageOf(['a', '?', 'b', '?'], page, 2), { idOf })).yielded).toEqual([
      'a',
      '?',
      'b',
      '?',
    ])
    expect((await drain(async () => ['?'], { idOf })).error).toBeInstanceOf(ChatPaginationError)
  })
})

describe('a list that grows while it is read', () => {
  interface Growth {
    count: number
    size: number
    concurrency: number
    /** Where conversations arrive before each page is served, as a share of the list's length. */
    arrivals: number[][]
    scheduler: fc.Scheduler
  }

  const growth = (arrivals: fc.Arbitrary<number[][]>, concurrency: fc.Arbitrary<number>, minSize = 1) =>
    fc.record<Growth>({
      count: fc.integer({ min: 0, max: 40 }),
      size: fc.integer({ min: minSize, max: 7 }),
      concurrency,
      arrivals,
      scheduler: fc.scheduler(),
    })

  const losesNothing = (model: fc.Arbitrary<Growth>) =>
    fc.assert(
      fc.asyncProperty(model, async ({ count, size, concurrency, arrivals, scheduler }) => {
        const list = ids(count)
        const before = [...list]
        let arrived = 0
        const read: Read = async (page) => {
          await scheduler.schedule(Promise.resolve(), `page ${page}`)
          for (const where of arrivals.shift() ?? []) {
            list.splice(Math.round(where * list.length), 0, `new${arrived++}`)
          }
          return pageOf(list, page, size)
        }
        const { yielded, error } = await scheduler.waitFor(drain(read, { concurrency }))
        expect(error).toBeUndefined()
        expect(new Set(yielded).size).toBe(yielded.length)
        expect(before.filter((id) => !yielded.includes(id))).toEqual([])
      }),
      { numRuns: 500 },
    )

  const anyConcurrency = fc.integer({ min: 1, max: 6 })
  const some = (where: fc.Arbitrary<number>) => fc.array(fc.array(where, { maxLength: 9 }), { maxLength: 40 })
  const anywhere = fc.double({ min: 0, max: 1, noNaN: true })

  it('loses nothing and yields nothing twice: arrivals at the end, pages served in any order', () =>
    losesNothing(growth(some(fc.constant(1)), anyConcurrency)))

  it('loses nothing and yields nothing twice: arrivals at the front, one by one', () =>
    losesNothing(growth(some(fc.constant(0)), fc.constant(1))))

  it('loses nothing and yields nothing twice: arrivals anywhere, one by one', () =>
    losesNothing(growth(some(anywhere), fc.constant(1))))

  it('loses nothing even when one arrives anywhere while pages are served in any order', () => {
    const one = fc.tuple(fc.nat(20), anywhere).map(([after, where]) => [...Array(after).fill([]), [where]])
    return losesNothing(growth(one, anyConcurrency, 2))
  })

  // Before page 2 an id comes twice; on page 2 nothing shows it but the last page, read again.
  it.each([0, 3])(
    'finds what an arrival at place %i carried past the last pages, under way together',
    async (place) => {
      const list = ids(8)
      let serveTwo = () => {}
      const read: Read = async (page) => {
        if (page === 2 && list.length === 8) {
          await new Promise<void>((resolve) => {
            serveTwo = resolve
          })
        }
        const items = pageOf(list, page, 3)
        if (page === 4 && list.length === 8) {
          list.splice(place, 0, 'new')
          serveTwo()
        }
        return items
      }
      const { yielded } = await drain(read)
      expect(yielded).toEqual(expect.arrayContaining(ids(8)))
    },
  )

  it('takes a page that was pushed down whole for no error, at the border or at the end', async () => {
    for (const total of [4, 20]) {
      const list = ids(total)
      let served = 0
      const read: Read = async (page) => {
        if (++served === 2) list.unshift('n1', 'n2')
        return pageOf(list, page, 2)
      }
      const { yielded, error } = await drain(read, { concurrency: 1 })
      expect(error).toBeUndefined()
      expect(yielded).toEqual(ids(total))
    }
  })
})

describe('a list that shrinks while it is read', () => {
  it('ends, and yields nothing twice', async () => {
    const schedule = fc.record({
      size: fc.integer({ min: 1, max: 5 }),
      concurrency: fc.integer({ min: 1, max: 5 }),
      changes: fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 }),
      scheduler: fc.scheduler(),
    })
    await fc.assert(
      fc.asyncProperty(schedule, async ({ size, concurrency, changes, scheduler }) => {
        const list = ids(25)
        const read: Read = async (page) => {
          await scheduler.schedule(Promise.resolve())
          const change = changes.shift() ?? 0
          if (change < 0) list.splice(0, -change)
          else list.unshift(...ids(change, `new${changes.length}-`))
          return pageOf(list, page, size)
        }
        const { yielded } = await scheduler.waitFor(drain(read, { concurrency }))
        expect(new Set(yielded).size).toBe(yielded.length)
      }),
      { numRuns: 300 },
    )
  })

  it('finds what slid past, where pages that were under way together show it', async () => {
    const list = ids(12)
    const waiting = new Map<number, () => void>()
    const read: Read = async (page) => {
      // Page 3 is served first; then one is deleted from page 1, and page 2 is served.
      if (page === 2 && !waiting.has(0)) await new Promise<void>((resolve) => waiting.set(2, resolve))
      const items = pageOf(list, page, 3)
      if (page === 3 && !waiting.has(0)) {
        waiting.set(0, () => {})
        list.shift()
        waiting.get(2)?.()
      }
      return items
    }
    const { yielded, error } = await drain(read)
    expect(error).toBeUndefined()
    expect([...yielded].sort()).toEqual(ids(12).sort())
  })
})

describe('a server that repeats itself', () => {
  const list = ids(10)

  it.each<[string, Read]>([
    ['ignores the page', async () => pageOf(list, 1, 5)],
    ['gives the last page again past the end', async (page) => pageOf(list, Math.min(page, 2), 5)],
    ['gives one page twice, then goes on', async (page) => pageOf(ids(30), page < 3 ? page : page - 1, 5)],
    ['gives one page twice, then ends', async (page) => pageOf(list, page < 3 ? page : page - 1, 5)],
    ['goes in circles', async (page) => pageOf(ids(15), ((page - 1) % 3) + 1, 5)],
    ['goes in circles later on', async (page) => pageOf(ids(40), page < 4 ? page : 4 + (page % 4), 5)],
    ['starts over in mid page', async (page) => Array.from({ length: 5 }, (_, at) => `c${((page - 1) * 5 + at) % 12}`)],
    ['shows one conversation on and on', async () => ['a', 'a', 'a']],
  ])('%s: an error that says so, soon', async (_, serve) => {
    for (const concurrency of [1, 4]) {
      const { read, pages } = recorded(serve)
      const { error } = await drain(read, { concurrency })
      expect(error).toBeInstanceOf(ChatPaginationError)
      expect((error as Error).message).toMatch(/^page \d+ repeats page \d+/)
      expect(pages.length).toBeLessThan(30)
    }
  })

  it('says how far it got', async () => {
    const { yielded, error } = await drain(async (page) => pageOf(list, Math.min(page, 2), 5))
    expect(error).toMatchObject({ page: 3, count: 10, lastId: 'c9' })
    expect(yielded).toEqual(list)
  })

  it('is noticed though the items at both ends of its pages have no id', async () => {
    const many = ids(6000)
    const read: Read = async (page) => ['?', ...pageOf(many, ((page - 1) % 60) + 1, 100), '?']
    const idOf = (id: string) => (id === '?' ? undefined : id)
    const { error } = await drain(read, { idOf, concurrency: 1 })
    expect(error).toMatchObject({ code: 'pagination_error', page: 61 })
  })

  it('is noticed once conversations have stopped to arrive', async () => {
    const growing = ids(10)
    let arrivals = 0
    const read: Read = async () => {
      if (arrivals < 20) growing.unshift(`new${arrivals++}`)
      return pageOf(growing, 1, 5)
    }
    const { error } = await drain(read, { concurrency: 1 })
    expect(error).toBeInstanceOf(ChatPaginationError)
    expect(arrivals).toBe(20)
  })

  it.each([
    ['the first page', 0],
    ['a later page', 37],
  ])('after more ids than it remembers, from %s, is noticed by a landmark', async (_, from) => {
    const many = ids(1000)
    const read: Read = async (page) => {
      const beyond = page - 100
      return pageOf(many, beyond <= 0 ? page : from + 1 + ((beyond - 1) % (100 - from)), 10)
    }
    const { error } = await drain(read, { seen: createSeenIds(50) })
    expect(error).toBeInstanceOf(ChatPaginationError)
    expect((error as ChatPaginationError).page).toBeLessThan(400)
  })

  it.each([
    [1004, 102],
    [1006, 102],
  ])(
    'after %i ids, in mid page, is noticed by whichever end of the page is on a landmark',
    async (length, expected) => {
      const read: Read = async (page) => Array.from({ length: 10 }, (_, at) => `c${((page - 1) * 10 + at) % length}`)
      const { error } = await drain(read, { seen: createSeenIds(50) })
      expect(error).toMatchObject({ code: 'pagination_error', page: expected })
    },
  )
})

describe('a page that brings anything new', () => {
  it('is no error, though the page before it came from a cache', async () => {
    const stale = ids(40)
    const list = [...ids(5, 'new'), ...stale]
    for (const concurrency of [1, 4]) {
      const { yielded, error } = await drain(async (page) => pageOf(page === 1 ? stale : list, page, 10), {
        concurrency,
      })
      expect(error).toBeUndefined()
      expect([...yielded].sort()).toEqual([...stale].sort())
    }
  })

  it('is no error at a landmark', async () => {
    const many = ids(1000)
    const read: Read = async (page) => (page === 90 ? ['c0', ...ids(9, 'new')] : pageOf(many, page, 10))
    const { yielded, error } = await drain(read, { seen: createSeenIds(50), concurrency: 1 })
    expect(error).toBeUndefined()
    expect(yielded).toEqual(expect.arrayContaining(ids(9, 'new')))
  })

  it('need not come again: a server without any order ends in an error', async () => {
    const list = ids(30)
    let turn = 0
    const read: Read = async () => {
      turn += 7
      return Array.from({ length: 5 }, (_, at) => list[(turn + at * 11) % 30] as string)
    }
    const { error } = await drain(read, { concurrency: 1 })
    expect(error).toMatchObject({ code: 'pagination_error', message: expect.stringMatching(/ bring nothing new$/) })
  })
})

describe('a 404', () => {
  const notFound = () => new ChatApiError('not there', { status: 404 })
  /** Past its end this server answers 404, as Django REST framework does. */
  const django =
    (list: string[], missing: number[] = []): Read =>
    async (page) => {
      const items = missing.includes(page) ? [] : pageOf(list, page, 5)
      if (items.length) return items
      throw notFound()
    }

  it.each([1, 2, 4])('past the end is the end, with concurrency %i', async (concurrency) => {
    for (const length of [3, 5, 23, 25]) {
      const { yielded, error } = await drain(django(ids(length)), { concurrency })
      expect(error).toBeUndefined()
      expect(yielded).toEqual(ids(length))
    }
  })

  it('is the end also for a walk that starts there', async () => {
    expect(await drain(django(ids(20)), { startPage: 5 })).toEqual({ yielded: [], error: undefined })
  })

  it.each<[string, Read]>([
    ['for everything', async () => Promise.reject(notFound())],
    ['of one page, with more behind it', django(ids(40), [3])],
    ['for a walk that starts far behind the end', django(ids(10))],
  ])('%s is an error', async (what, read) => {
    const startPage = what.includes('far') ? 9 : 1
    const { error } = await drain(read, { startPage })
    expect(error).toMatchObject({ status: 404, page: what.includes('one page') ? 3 : startPage })
  })

  it.each<[string, string[]]>([
    ['is gone', []],
    ['has lost something', ['c5', 'c6', 'c7', 'c8']],
  ])('is an error when the page before it %s', async (_, later) => {
    let readAgain = false
    const read: Read = async (page) => {
      if (page === 1) return ids(5)
      if (page === 2) return readAgain ? later : ids(10).slice(5)
      readAgain = true
      throw notFound()
    }
    expect((await drain(read, { concurrency: 1 })).error).toMatchObject({ status: 404, page: 3, count: 10 })
  })

  it('is not the end when another error keeps it from being confirmed', async () => {
    const read: Read = async (page) => {
      if (page < 3) return pageOf(ids(10), page, 5)
      throw page === 3 ? notFound() : new ChatApiError('failed', { status: 403 })
    }
    expect((await drain(read, { concurrency: 1 })).error).toMatchObject({ status: 403 })
  })

  it('is not the end when others arrived there since', async () => {
    const list = ids(10)
    const read: Read = async (page) => {
      const items = pageOf(list, page, 5)
      if (items.length) return items
      if (page === 3) list.push('new')
      throw notFound()
    }
    for (const concurrency of [1, 4]) {
      list.length = 10
      const { yielded, error } = await drain(read, { concurrency })
      expect(error).toBeUndefined()
      expect(yielded).toEqual([...ids(10), 'new'])
    }
  })
})

describe('a failure', () => {
  const failAt =
    (failing: number[], list: string[]): Read =>
    async (page) => {
      if (failing.includes(page)) throw new ChatApiError('it failed', { status: 500 })
      return pageOf(list, page, 5)
    }

  it.each([1, 4, 20])('comes after all that was before it, with concurrency %i', async (concurrency) => {
    const { yielded, error } = await drain(failAt([4], ids(50)), { concurrency })
    expect(yielded).toEqual(ids(15))
    expect(error).toBeInstanceOf(ChatApiError)
    expect(error).toMatchObject({ page: 4, count: 15, lastId: 'c14' })
  })

  it('before the first item has no last id to tell', async () => {
    const failing = new ChatApiError('failed', { status: 500 })
    const { error } = await drain(() => Promise.reject(failing))
    expect(error).toMatchObject({ page: 1, count: 0 })
    expect(error).not.toHaveProperty('lastId')
  })

  it('past the end is nobody’s concern', async () => {
    const { yielded, error } = await drain(failAt([5, 6, 7], ids(15)))
    expect(error).toBeUndefined()
    expect(yielded).toEqual(ids(15))
  })

  it('of anything else is passed on as it is', async () => {
    const reason = new Error('something else')
    const { error } = await drain(() => Promise.reject(reason))
    expect(error).toBe(reason)
    expect(reason).not.toHaveProperty('page')
  })
})

describe('stopping', () => {
  it('aborts what was fetched ahead when the consumer leaves', async () => {
    const signals: AbortSignal[] = []
    const read: Read = async (page, signal) => {
      signals.push(signal)
      if (page > 1) await new Promise(() => {})
      return ['a']
    }
    for await (const _ of walk({ read, idOf: (id) => id, startPage: 1, concurrency: 4 })) break
    expect(signals).toHaveLength(5)
    expect(signals.every(({ aborted }) => aborted)).toBe(true)
  })

  it('ends with the reason of the signal, even with pages at hand', async () => {
    const controller = new AbortController()
    const pages = walk({
      read: async (page) => pageOf(ids(50), page, 5),
      idOf: (id) => id,
      startPage: 1,
      concurrency: 4,
      signal: controller.signal,
    })
    await pages.next()
    await new Promise(setImmediate)
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(pages.next()).rejects.toBe(reason)
    await expect(pages.next()).resolves.toEqual({ done: true, value: undefined })
  })

  it('asks for nothing when the signal has aborted before', async () => {
    const { read, pages } = recorded(async () => [])
    const { error } = await drain(read, { signal: AbortSignal.abort('no') })
    expect(error).toBe('no')
    expect(pages).toEqual([])
  })
})
