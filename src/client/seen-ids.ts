/** An id as the server gives it. */
export type Id = string | number

/** Remembers which ids were seen on which page: the recent ones all, and of older ones two pages as landmarks. */
export interface SeenIds {
  /** The page on which a recent id was seen. */
  pageOf(id: Id): number | undefined
  /** The landmark that a page which begins and ends with ids that aren't recent shares one of these with. */
  landmarkOf(ids: readonly Id[]): number | undefined
  add(id: Id, page: number): void
  /** To be called after each page that wasn't there before. */
  endPage(ids: readonly Id[], page: number): void
}

/** At least so many recent ids are remembered, and at most twice as many and a page: some 5 MB. */
const recentIds = 25_000

/**
 * Memory that doesn't grow with the walk. Conversations slide by as many places as others arrive between two pages, so
 * the recent ids are enough to notice that. A server that starts over after more pages than they cover is noticed by two
 * landmarks: the first page and, as in Brent's cycle detection, the latest whose number in the walk is a power of two.
 */
export function createSeenIds(capacity = recentIds): SeenIds {
  let recent = new Map<Id, number>()
  let older = new Map<Id, number>()
  let landmarks: { ids: Set<Id>; page: number }[] = []
  let pages = 0

  const pageOf = (id: Id) => recent.get(id) ?? older.get(id)
  return {
    pageOf,
    landmarkOf(ids) {
      const ends = [ids[0], ids.at(-1)].filter((id) => id !== undefined && pageOf(id) === undefined)
      return landmarks.find((landmark) => ends.some((id) => landmark.ids.has(id as Id)))?.page
    },
    add: (id, page) => void recent.set(id, page),
    endPage(ids, page) {
      const isPowerOfTwo = (++pages & (pages - 1)) === 0
      if (isPowerOfTwo) landmarks = [...landmarks.slice(0, 1), { ids: new Set(ids), page }]
      if (recent.size < capacity) return
      older = recent
      recent = new Map()
    },
  }
}
