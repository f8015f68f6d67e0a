/** An id as the server gives it. */
export type Id = string | number

/** Remembers which ids were seen: the recent ones all, and of older ones two pages as landmarks. */
export interface SeenIds {
  /** Adds an id; false if it was there already. */
  add(id: Id): boolean
  /** How many ids are remembered. */
  readonly size: number
  /** The page on which a recent id was seen first. */
  pageOf(id: Id | undefined): number | undefined
  /** The landmark that has the id. */
  landmarkOf(id: Id | undefined): number | undefined
  /** To be called after each page that wasn't there before, with all its ids. */
  endPage(page: number, ids: Id[]): void
}

interface Page {
  page: number
  ids: (Id | undefined)[]
}

/** At least so many recent ids are remembered. */
const recentIds = 2_000

/**
 * Memory that doesn't grow with the walk. Conversations slide by as many places as others arrive between two pages, so
 * the recent ids are enough to notice that. A server that starts over after more than these is noticed by two
 * landmarks: the first page and, as in Brent's cycle detection, the latest whose number in the walk is a power of two.
 * At least `capacity` ids and `leastPages` pages are remembered, at most twice as much and two pages.
 */
export function createSeenIds(capacity = recentIds, leastPages = 1): SeenIds {
  let ids = new Set<Id>()
  let olderIds = new Set<Id>()
  let pages: Page[] = []
  let olderPages: Page[] = []
  let landmarks: Page[] = []
  let count = 0

  const find = (where: Page[], id: Id | undefined) => where.find((page) => page.ids.includes(id))?.page
  return {
    add(id) {
      if (ids.has(id) || olderIds.has(id)) return false
      ids.add(id)
      return true
    },
    get size() {
      return ids.size + olderIds.size
    },
    pageOf: (id) => find(pages, id) ?? find(olderPages, id),
    landmarkOf: (id) => find(landmarks, id),
    endPage(page, all) {
      const current = { page, ids: all }
      pages.push(current)
      count++
      if ((count & (count - 1)) === 0) landmarks = [landmarks[0] ?? current, current]
      if (ids.size < capacity || pages.length < leastPages) return
      olderIds = ids
      olderPages = pages
      ids = new Set()
      pages = []
    },
  }
}
