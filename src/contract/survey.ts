import type { Ask } from './ask.ts'
import { type Exchange, isRefused, listOf } from './exchange.ts'
import type { List } from './operation.ts'
import { type ListQuery, queryOf, type Walk, walkOver } from './walk.ts'

/** Sizes for a page that holds much, the largest first: modest ones. A server may refuse what it thinks too large. */
const modestSizes = [100, 50, 25, 20, 10]

/** A page size that shares no border with the others. */
const odd = 7

/** Past this page the end is not looked for: such a list is a fault, or too long to be judged. */
const furthest = 2 ** 16

/**
 * The readings that most clauses judge, each made once. What is read first is known to whatever is read later:
 * the newest items are asked for before the walks from the oldest, so that a walk that never reaches them is noticed.
 * Of an operation that is no list, there is one reading: the answer to the request without parameters.
 */
export class Survey {
  readonly #ask: Ask
  readonly #list: List | undefined
  readonly #made = new Map<string, Promise<Walk>>()

  constructor(ask: Ask, list: List | undefined) {
    this.#ask = ask
    this.#list = list
  }

  /** One page, every parameter as given. */
  page(query: ListQuery): Promise<Exchange> {
    return this.#ask.list(this.#list && queryOf(this.#list, query))
  }

  /** The request without parameters. */
  bare(): Promise<Exchange> {
    return this.page({})
  }

  /** Every parameter given explicitly, with its default. */
  explicit(): Promise<Exchange> {
    return this.page(this.defaults)
  }

  get defaults(): ListQuery {
    const { first, limit, order } = this.#list ?? {}
    return {
      page: first,
      limit: limit?.default,
      sortBy: order?.sortBy.default,
      sortDirection: order?.sortDirection.default,
    }
  }

  /** The default order the other way round; the default order itself where the list has no other. */
  get #reverse(): ListQuery {
    const { order } = this.#list ?? {}
    return { sortDirection: order && (order.sign === 1 ? order.descending : order.ascending) }
  }

  /** The first page of the newest items. */
  async newest(): Promise<Exchange> {
    if (this.#list?.order?.sign === -1) return this.explicit()
    const [first] = (await this.smallReversed()).pages
    return first as Exchange
  }

  /** Small pages from the other end of the list, one right after the other, so that few arrive in between. */
  smallReversed(): Promise<Walk> {
    return this.#once('small reversed', () => this.walk({ ...this.defaults, ...this.#reverse }, 2))
  }

  /** Small pages in the default order. */
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

  /** The largest limit that is not refused, and no smaller than the default; undefined where the list has none. */
  async wideLimit(): Promise<number | undefined> {
    const { limit } = this.#list ?? {}
    if (!limit) return undefined
    await this.small()
    for (const size of this.#wideSizes) {
      if (!isRefused(await this.page({ limit: size, page: this.#list?.first }))) return size
    }
    return limit.default
  }

  get #wideSizes(): number[] {
    const { default: usual = 0, maximum = Number.POSITIVE_INFINITY } = this.#list?.limit ?? {}
    return [...modestSizes.filter((size) => size > usual && size <= maximum), usual]
  }

  /**
   * The first two pages at twice the largest limit, where the list is longer than one page: a server that gives fewer than
   * it was asked for must count its pages by what it gives. Undefined where that can't show.
   */
  async beyond(): Promise<Walk | undefined> {
    const { pages } = await this.wide()
    const [limit, [first, second]] = [await this.wideLimit(), pages]
    if (limit === undefined || limit !== this.#wideSizes[0] || !first || !second || !listOf(second)?.length) {
      return undefined
    }
    if (listOf(first)?.length !== limit || 2 * limit > (this.#list?.limit?.maximum ?? Number.POSITIVE_INFINITY)) {
      return undefined
    }
    const walk = await this.#once('beyond', () => this.walk({ limit: 2 * limit }, 2))
    return walk.pages.some(isRefused) ? undefined : walk
  }

  /** The same list in pages whose borders fall elsewhere. */
  uneven(): Promise<Walk> {
    return this.#once('uneven', async () => {
      await this.wide()
      if (!this.#list?.limit) return this.small()
      const { first } = this.#list
      // Its first page goes without a page, so that no other walk leaves that out together with a limit of its own.
      return walkOver({ limit: odd }, { first, most: 2 }, ({ page, limit }) =>
        this.page(page === first ? { limit } : { page, limit }),
      )
    })
  }

  /** The list from its other end. */
  reversed(): Promise<Walk> {
    return this.#once('reversed', async () => {
      const wide = await this.wide()
      if (!this.#list?.order) return wide
      // A list of known length has no need of the empty page that ends a walk.
      const filled = wide.end === 'complete' ? wide.pages.length - 1 : 0
      const limit = await this.wideLimit()
      const walk = await this.walk({ limit, ...this.#reverse }, Math.min(filled || 2, 2))
      return walk.pages.length === filled && walk.end === 'unfinished' ? { ...walk, end: 'complete' } : walk
    })
  }

  /** Every walk in the default order. */
  async forward(): Promise<Walk[]> {
    return [await this.small(), await this.wide(), await this.uneven()]
  }

  /**
   * The last page of a list too long to be walked, in wide pages, and its place, counted from 1: doubles the place until a
   * page is empty, then halves the gap. Undefined when the wide walk reached the end by itself, or when no end is found.
   */
  async lastPage(): Promise<{ place: number; exchange: Exchange } | undefined> {
    const wide = await this.wide()
    const { first } = this.#list ?? {}
    if (wide.end !== 'unfinished' || first === undefined) return undefined
    const limit = await this.wideLimit()
    const at = (place: number) => this.page({ limit, page: first + place - 1 })
    const has = async (place: number) => Boolean(listOf(await at(place))?.length)
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
    return { place: full, exchange: await at(full) }
  }

  async walk(query: ListQuery, most: number): Promise<Walk> {
    if (!this.#list) return { query: {}, pages: [await this.bare()], end: 'unfinished' }
    return walkOver(query, { first: this.#list.first, most }, (page) => this.page(page))
  }

  #once(name: string, make: () => Promise<Walk>): Promise<Walk> {
    const made = this.#made.get(name) ?? make()
    this.#made.set(name, made)
    return made
  }
}
