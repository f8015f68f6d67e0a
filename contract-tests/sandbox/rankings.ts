import { ascending } from './fields.ts'
import type { StoreQuery } from './sql.ts'

/** The serials of an organization's conversations, ascending in one order: four bytes each, the highest first. */
export type Ranking = Buffer

const bytes = 4

/**
 * Rankings in memory, so that a page costs the same at any depth. Each is read once and holds until conversations of
 * its organization are added or removed.
 */
export interface Rankings {
  /** Reads a ranking ahead of its first use. */
  prepare(organizationId: string, sortBy: string): Promise<unknown>
  /** Picks a page by its serials; undefined when conversations changed meanwhile, and it may not be one page. */
  page<T>(query: StoreQuery, pick: (serials: number[]) => Promise<T>): Promise<T | undefined>
  /** Adds or removes conversations of these organizations. */
  change(organizationIds: Iterable<string>, write: () => Promise<void>): Promise<void>
}

interface Known {
  /** How many changes are under way. */
  writes: number
  /** By field to sort by. Replaced at each change, so that whoever holds the one in use knows that nothing has changed. */
  rankings: Map<string, Promise<Ranking>>
}

export function createRankings(read: (organizationId: string, sortBy: string) => Promise<Ranking>): Rankings {
  const known = new Map<string, Known>()

  const knownOf = (organizationId: string) => {
    const one = known.get(organizationId) ?? { writes: 0, rankings: new Map() }
    known.set(organizationId, one)
    return one
  }

  const rankingOf = (organizationId: string, sortBy: string) => {
    const { rankings } = knownOf(organizationId)
    const ranking = rankings.get(sortBy) ?? read(organizationId, sortBy)
    rankings.set(sortBy, ranking)
    ranking.catch(() => rankings.delete(sortBy))
    return ranking
  }

  return {
    prepare: rankingOf,
    page: async (query, pick) => {
      const one = knownOf(query.organizationId)
      const before = one.rankings
      if (one.writes > 0) return undefined
      const ranking = await rankingOf(query.organizationId, query.sortBy)
      const page = await pick(serialsOf(ranking, query))
      return one.rankings === before ? page : undefined
    },
    change: async (organizationIds, write) => {
      const changing = Array.from(organizationIds, knownOf)
      const count = (step: 1 | -1) => {
        for (const one of changing) Object.assign(one, { writes: one.writes + step, rankings: new Map() })
      }
      count(1)
      try {
        await write()
      } finally {
        count(-1)
      }
    },
  }
}

/** The serials of one page. Descending order is ascending order read from its end. */
export function serialsOf(
  ranking: Ranking,
  { sortDirection, offset, limit }: Omit<StoreQuery, 'sortBy' | 'organizationId'>,
) {
  const total = ranking.length / bytes
  const size = Math.max(0, Math.min(limit, total - offset))
  const place = (index: number) => (sortDirection === ascending ? offset + index : total - 1 - offset - index)
  return Array.from({ length: size }, (_, index) => ranking.readInt32BE(place(index) * bytes))
}
