import { ChatError } from './errors/chat-error.ts'
import { ChatPaginationError } from './errors/chat-pagination-error.ts'
import { onAbort } from './on-abort.ts'
import { createSeenIds, type Id, type SeenIds } from './seen-ids.ts'

export interface WalkSettings<T> {
  /** Reads one page; an empty one is past the end. Rejects as soon as the signal aborts. */
  read(page: number, signal: AbortSignal): Promise<T[]>
  /** Tells items apart; undefined where an item has no id. */
  idOf(item: T): Id | undefined
  startPage: number
  /** How many pages are asked for at the same time, at most. */
  concurrency: number
  signal?: AbortSignal | undefined
  seen?: SeenIds
}

/**
 * Walks through numbered pages that may shift while they are read; yields what is new of each.
 *
 * - Only an empty page is the end.
 * - An item that slid to a later page is yielded once.
 * - A page that is mostly old was pushed down by arrivals, or the server repeats itself. The page where these ids were
 *   seen is read again: if they are still there, two pages are the same, which is an error.
 * - Pages that are under way together may be served in any order, and an arrival in between can carry an item past
 *   both. It then also shows twice at a later border, or changes the last page. So when an id comes twice, or the
 *   last page, read again, isn't what it was, the walk goes back by as many pages as were under way and reads on one by one.
 * - A failure comes when everything before it has been yielded; one past the end doesn't.
 */
export async function* walk<T>(settings: WalkSettings<T>): AsyncGenerator<T[], void, undefined> {
  const { read, idOf, startPage, concurrency, signal } = settings
  // All pages that goBack() reads again, and those from which arrivals pushed conversations onto them.
  const { seen = createSeenIds(undefined, 2 * concurrency) } = settings
  let controller = new AbortController()
  const off = onAbort(signal, () => controller.abort(signal?.reason))
  /** The answers that are under way, in the order of their pages. */
  let asked: Promise<T[]>[] = []
  let together = concurrency > 1
  let page = startPage
  let nextToAsk = page
  /** The furthest page that had items, and their ids. */
  let furthest = page - 1
  let furthestIds: Id[] = []
  let count = 0
  let lastId: Id | undefined

  const ask = (width: number) => {
    while (asked.length < width) {
      const items = read(nextToAsk++, controller.signal)
      // Awaited in its turn, or never: a failure in the meantime is not unhandled.
      items.catch(() => {})
      asked.push(items)
    }
  }
  const idsOn = async (number: number) =>
    (await read(number, controller.signal)).map(idOf).filter((id) => id !== undefined)
  const goBack = () => {
    controller.abort()
    controller = new AbortController()
    asked = []
    together = false
    page = nextToAsk = Math.max(startPage, furthest - concurrency)
  }

  try {
    for (;;) {
      signal?.throwIfAborted()
      ask(1)
      const items = (await asked.shift()) as T[]
      if (!items.length) {
        if (!together || furthest <= startPage) return
        page = furthest
        if (String(await idsOn(page)) === String(furthestIds)) return
        goBack()
        continue
      }
      if (together) ask(concurrency)

      const isNewPage = page > furthest
      const { ids, old, fresh } = sift(items, idOf, seen, isNewPage)
      if (!ids.length) throw new ChatPaginationError(`page ${page} has no ids`)
      // An id that comes twice within the page is on no page yet.
      const origin = seen.pageOf(old[old.length >> 1])
      if (isNewPage) {
        const ends = [ids[0], ids.at(-1)]
        const twin = old.length * 2 < ids.length ? ends.map(seen.landmarkOf).find(Boolean) : origin
        const twinIds = new Set(twin ? await idsOn(twin) : [])
        if (ids.filter((id) => twinIds.has(id)).length * 2 >= ids.length) {
          throw new ChatPaginationError(`page ${page} repeats page ${twin}`)
        }
        furthest = page
        furthestIds = ids
        seen.endPage(page, ids)
      }
      if (fresh.length) {
        count += fresh.length
        lastId = idOf(fresh.at(-1) as T) ?? lastId
        yield fresh
      }
      if (isNewPage && together && origin) goBack()
      else page++
    }
  } catch (error) {
    if (error instanceof ChatError) {
      Object.assign(error, { page, count }, lastId && { lastId: String(lastId) })
    }
    throw error
  } finally {
    off()
    controller.abort()
  }
}

/** The ids of a page, those that were seen before, and what is new. Not in the generator, which engines don't optimise. */
function sift<T>(items: T[], idOf: WalkSettings<T>['idOf'], seen: SeenIds, isNewPage: boolean) {
  const ids: Id[] = []
  const old: Id[] = []
  const fresh: T[] = []
  for (const item of items) {
    const id = idOf(item)
    if (id !== undefined) ids.push(id)
    // What can't be told apart is passed on where it comes first.
    if (id === undefined ? isNewPage : seen.add(id)) fresh.push(item)
    else if (id !== undefined) old.push(id)
  }
  return { ids, old, fresh }
}
