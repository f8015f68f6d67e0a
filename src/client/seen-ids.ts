/** An id as the server gives it. */
export type Id = string | number

/** Remembers which ids were seen, and on which page first: the recent ones all, and of older ones two pages as landmarks. */
export interface SeenIds {
  /** Adds an id that is on a page; false if it was there already. */
  add(id: Id, page: number): boolean
  /** How many ids are remembered. */
  readonly size: number
  /** The page on which a recent id was seen first. */
  pageOf(id: Id | undefined): number | undefined
  /** The landmark that has the id. */
  landmarkOf(id: Id | undefined): number | undefined
  /** To be called after each page that wasn't there before, with all its ids. */
  endPage(page: number, ids: Id[]): void
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
  let recent = new Map<Id, number>()
  let older = new Map<Id, number>()
  let recentPages = 0
  let landmarks: { page: number; ids: (Id | undefined)[] }[] = []
  let count = 0
  return {
    add(id, page) {
      if (recent.has(id) || older.has(id)) return false
      recent.set(id, page)
      return true
    },
    get size() {
      return recent.size + older.size
    },
    pageOf: (id) => recent.get(id as Id) ?? older.get(id as Id),
    landmarkOf: (id) => landmarks.find(({ ids }) => ids.includes(id))?.page,
    endPage(page, ids) {
      const current = { page, ids }
      count++
      recentPages++
      if ((count & (count - 1)) === 0) landmarks = [landmarks[0] ?? current, current]
      if (recent.size < capacity || recentPages < leastPages) return
      older = recent
      recent = new Map()
      recentPages = 0
    },
  }
}
