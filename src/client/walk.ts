import { confirmEnd } from './confirm-end.ts'
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
  /** Aborts when nobody wants the rest: the walk ends, without an error. */
  left?: AbortSignal | undefined
  seen?: SeenIds
}

/** How many pages in a row may bring nothing new, or as many as hold twice the ids that are remembered. Arrivals push down no more than that. */
const mostOldPages = 50

/**
 * Walks through numbered pages that may shift while they are read; yields what is new of each.
 *
 * - An empty page is the end, and an answer that nothing is there, if others confirm it.
 * - An item that slid to a later page is yielded once.
 * - A page that brings anything new is no error. One that brings nothing new was pushed down by arrivals, or the server repeats
 *   itself. The pages where its ids were seen are read again: if they are still there, pages repeat, which is
 *   an error. So is it when they bring nothing new on and on.
 * - Pages that are under way together may be served in any order, and an arrival in between can carry an item past
 *   both. It then also shows twice at a later border, or changes the last page. So when an id comes twice, or the
 *   last page, read again, isn't what it was, the walk goes back by as many pages as were under way and reads on one by one.
 * - A failure comes when everything before it has been yielded; one past the end doesn't.
 */
export async function* walk<T>(settings: WalkSettings<T>): AsyncGenerator<T[], void, undefined> {
  const { read, idOf, startPage, concurrency, signal, left } = settings
  // All pages that goBack() reads again, and those from which arrivals pushed conversations onto them.
  const { seen = createSeenIds(undefined, 2 * concurrency) } = settings
  let controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  const off = onAbort(signal, abort)
  const offLeft = onAbort(left, abort)
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
  /** How many pages came in a row that brought nothing new. */
  let oldPages = 0

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
  /** Reads on from a page, one by one. */
  const goTo = (number: number) => {
    controller.abort()
    controller = new AbortController()
    asked = []
    together = false
    page = nextToAsk = number
  }
  const goBack = () => goTo(Math.max(startPage, furthest - concurrency))
  /** The page that these ids are on too: the earlier one where one of them was seen, and its neighbours, have them all still. */
  const findTwin = async (ids: Id[], isOld: boolean) => {
    const middle = ids[ids.length >> 1]
    // What is no longer remembered only looks new, unless an end of it is on a landmark.
    const twin = isOld ? seen.pageOf(middle) : (seen.landmarkOf(ids[0]) ?? seen.landmarkOf(ids.at(-1)))
    if (!twin) return undefined
    const there = new Set<Id>()
    for (const number of [twin, twin - 1, twin + 1]) {
      if (number > 0 && number < page) for (const id of await idsOn(number)) there.add(id)
    }
    return ids.every((id) => there.has(id)) ? twin : undefined
  }

  try {
    for (;;) {
      signal?.throwIfAborted()
      ask(1)
      let items: T[] = []
      try {
        items = (await asked.shift()) as T[]
      } catch (error) {
        const idsBefore = page - 1 === furthest ? furthestIds : []
        if (!(await confirmEnd({ page, error, idsBefore, readIds: idsOn }))) {
          goTo(page)
          continue
        }
      }
      if (!items.length) {
        if (!together || furthest <= startPage) return
        page = furthest
        if (String(await idsOn(page)) === String(furthestIds)) return
        goBack()
        continue
      }
      if (together) ask(concurrency)

      const isNewPage = page > furthest
      const { ids, old, fresh } = sift(items, idOf, seen, page, isNewPage)
      if (!ids.length) throw new ChatPaginationError(`page ${page} has no ids`)
      // Of an id that comes twice within the page, that is this one.
      const origin = seen.pageOf(old[old.length >> 1]) ?? page
      if (isNewPage) {
        const isOld = old.length === ids.length
        oldPages = isOld ? oldPages + 1 : 0
        const twin = await findTwin(ids, isOld)
        if (twin) throw new ChatPaginationError(`page ${page} repeats page ${twin}`)
        // In no order that could be read twice.
        if (oldPages > mostOldPages && oldPages * ids.length > 2 * seen.size) {
          throw new ChatPaginationError(`page ${page} and ${oldPages - 1} before it bring nothing new`)
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
      if (isNewPage && together && origin !== page) goBack()
      else page++
    }
  } catch (error) {
    if (left?.aborted) return
    if (error instanceof ChatError) {
      Object.assign(error, { page, count }, lastId && { lastId: String(lastId) })
    }
    throw error
  } finally {
    off()
    offLeft()
    controller.abort()
  }
}

/** The ids of a page, those that were seen before, and what is new. Not in the generator, which engines don't optimise. */
function sift<T>(items: T[], idOf: WalkSettings<T>['idOf'], seen: SeenIds, page: number, isNewPage: boolean) {
  const ids: Id[] = []
  const old: Id[] = []
  const fresh: T[] = []
  for (const item of items) {
    const id = idOf(item)
    if (id === undefined) {
      // What can't be told apart is passed on where it comes first.
      if (isNewPage) fresh.push(item)
      continue
    }
    ids.push(id)
    if (seen.add(id, page)) fresh.push(item)
    else old.push(id)
  }
  return { ids, old, fresh }
}
