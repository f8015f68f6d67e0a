import type { ListQuery } from './sql.ts'

/** The serials of an organization's conversations, ascending in one order: four bytes each, the highest first. */
export type Ranking = Buffer

const bytes = 4

/**
 * Rankings in memory, so that a page costs the same at any depth. Each is read once and holds until conversations
 * are added or removed.
 */
export interface Rankings {
  /** Reads a ranking ahead of its first use. */
  prepare(organizationId: string, sortBy: string): Promise<unknown>
  /** Picks a page by its serials; undefined when conversations changed meanwhile, and it may not be one page. */
  page<T>(query: ListQuery, pick: (serials: number[]) => Promise<T>): Promise<T | undefined>
  /** Adds or removes conversations. */
  change(write: () => Promise<void>): Promise<void>
}

export function createRankings(read: (organizationId: string, sortBy: string) => Promise<Ranking>): Rankings {
  let writes = 0
  // Replaced at each change, so that whoever holds the one in use knows that nothing has changed.
  let known = new Map<string, Promise<Ranking>>()

  const rankingOf = (organizationId: string, sortBy: string) => {
    const rankings = known
    const key = JSON.stringify([organizationId, sortBy])
    const ranking = rankings.get(key) ?? read(organizationId, sortBy)
    rankings.set(key, ranking)
    ranking.catch(() => rankings.delete(key))
    return ranking
  }

  return {
    prepare: rankingOf,
    page: async (query, pick) => {
      const before = known
      if (writes > 0) return undefined
      const ranking = await rankingOf(query.organizationId, query.sortBy)
      const page = await pick(serialsOf(ranking, query))
      return known === before ? page : undefined
    },
    change: async (write) => {
      writes += 1
      known = new Map()
      try {
        await write()
      } finally {
        writes -= 1
        known = new Map()
      }
    },
  }
}

/** The serials of one page. Descending order is ascending order read from its end. */
export function serialsOf(
  ranking: Ranking,
  { sortDirection, offset, limit }: Omit<ListQuery, 'sortBy' | 'organizationId'>,
) {
  const total = ranking.length / bytes
  const size = Math.max(0, Math.min(limit, total - offset))
  const place = (index: number) => (sortDirection === 'ASC' ? offset + index : total - 1 - offset - index)
  return Array.from({ length: size }, (_, index) => ranking.readInt32BE(place(index) * bytes))
}
