import { operations } from '../../generated/facts.ts'
import type { Ask } from './ask.ts'
import { type Exchange, isRefused, listOf } from './exchange.ts'
import { type ListQuery, queryOf, type Walk, walkOver } from './walk.ts'

const { parameters } = operations.listConversations

/**
 * Sizes for a page that holds much, the largest first: modest ones, and no smaller than the default, which every server
 * takes. A server may refuse what it thinks too large.
 */
const wideSizes = [...[100, 50, 25, 20, 10].filter((size) => size > parameters.limit.default), parameters.limit.default]
/** A page size that shares no border with the others. */
const odd = 7

/** Past this page the end is not looked for: such a list is a fault, or too long to be judged. */
const furthest = 2 ** 16

const [, descending] = parameters.sortDirection.allowed

/**
 * The readings that most clauses judge, each made once. What is read first is known to whatever is read later:
 * the newest conversations are asked for before the walks from the oldest, so that a walk that never reaches them is noticed.
 */
export class Survey {
  readonly #ask: Ask
  readonly #made = new Map<string, Promise<Walk>>()

  constructor(ask: Ask) {
    this.#ask = ask
  }

  /** One page, every parameter as given. */
  page(query: ListQuery): Promise<Exchange> {
    return this.#ask.list(queryOf(query))
  }

  /** The request without parameters. */
  bare(): Promise<Exchange> {
    return this.page({})
  }

  /** Every parameter at its default, said out loud. */
  explicit(): Promise<Exchange> {
    return this.page(this.defaults)
  }

  readonly defaults = {
    page: parameters.page.default,
    limit: parameters.limit.default,
    sortBy: parameters.sortBy.default,
    sortDirection: parameters.sortDirection.default,
  }

  /** The first page of the reversed default order. */
  async newest(): Promise<Exchange> {
    const [first] = (await this.smallReversed()).pages
    return first as Exchange
  }

  /** Small pages from the newest conversation on, one right after the other, so that few arrive in between. */
  smallReversed(): Promise<Walk> {
    return this.#once('small reversed', () => this.walk({ ...this.defaults, sortDirection: descending }, 2))
  }

  /** Small pages from the oldest conversation on. */
  small(): Promise<Walk> {
    return this.#once('small', async () => {
      await this.bare()
      await this.smallReversed()
      return this.walk(this.defaults, 4)
    })
  }

  /** The same list in few pages, as large as the server takes them. */
  wide(): Promise<Walk> {
    return this.#once('wide', async () => {
      await this.small()
      return this.walk({ limit: await this.wideLimit() }, 12)
    })
  }

  /** The largest limit that is not refused. */
  async wideLimit(): Promise<number> {
    await this.small()
    for (const limit of wideSizes) if (!isRefused(await this.page({ limit, page: 1 }))) return limit
    return parameters.limit.default
  }

  /**
   * The first two pages at twice the largest limit, where the list is longer than one page: a server that gives fewer than
   * it was asked for must count its pages by what it gives. Undefined where that can't show.
   */
  async beyond(): Promise<Walk | undefined> {
    const { pages } = await this.wide()
    const [limit, [first, second]] = [await this.wideLimit(), pages]
    if (limit !== wideSizes[0] || !first || !second || !listOf(second)?.length) return undefined
    if (listOf(first)?.length !== limit) return undefined
    const walk = await this.#once('beyond', () => this.walk({ limit: 2 * limit }, 2))
    return walk.pages.some(isRefused) ? undefined : walk
  }

  /** The same list in pages whose borders fall elsewhere. */
  uneven(): Promise<Walk> {
    return this.#once('uneven', async () => {
      await this.wide()
      // Its first page goes without a page, so that no other walk leaves that out together with a limit of its own.
      return walkOver({ limit: odd }, 2, ({ page, limit }) => this.page(page === 1 ? { limit } : { page, limit }))
    })
  }

  /** The list from its other end. */
  reversed(): Promise<Walk> {
    return this.#once('reversed', async () => {
      const wide = await this.wide()
      // A list of known length has no need of the empty page that ends a walk.
      const filled = wide.end === 'complete' ? wide.pages.length - 1 : 0
      const limit = await this.wideLimit()
      const walk = await this.walk({ limit, sortDirection: descending }, Math.min(filled || 2, 2))
      return walk.pages.length === filled && walk.end === 'unfinished' ? { ...walk, end: 'complete' } : walk
    })
  }

  /** Every walk in the default order. */
  async forward(): Promise<Walk[]> {
    return [await this.small(), await this.wide(), await this.uneven()]
  }

  /**
   * The last page of a list too long to be walked, in wide pages: doubles the page until one is empty, then halves the gap.
   * Undefined when the wide walk reached the end by itself, or when no end is found.
   */
  async lastPage(): Promise<{ page: number; exchange: Exchange } | undefined> {
    const wide = await this.wide()
    if (wide.end !== 'unfinished') return undefined
    const limit = await this.wideLimit()
    const has = async (page: number) => Boolean(listOf(await this.page({ limit, page }))?.length)
    let full = wide.pages.length
    let empty = full * 2
    while (await has(empty)) {
      if (empty > furthest) return undefined
      full = empty
      empty *= 2
    }
    while (empty - full > 1) {
      const middle = Math.floor((full + empty) / 2)
      if (await has(middle)) full = middle
      else empty = middle
    }
    return { page: full, exchange: await this.page({ limit, page: full }) }
  }

  walk(query: ListQuery, most: number): Promise<Walk> {
    return walkOver(query, most, (page) => this.page(page))
  }

  #once(name: string, make: () => Promise<Walk>): Promise<Walk> {
    const made = this.#made.get(name) ?? make()
    this.#made.set(name, made)
    return made
  }
}
