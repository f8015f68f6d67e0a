import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import type { Seams } from '../sandbox/index.ts'
import { asking, fault, onList } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

/** Servers that answer equal requests differently, or different ones equally. */
export const equalRequestFaults: readonly Fault[] = [
  asking(
    'answers-alternate',
    'paging-no-overlap',
    'Every second request is answered by a copy that lacks the oldest conversations.',
    ({ offset }, count) => ({ offset: count % 2 ? offset : offset + 3 }),
  ),
  fault('ties-flip', 'sorting-stable', 'Asked again, a list sorted by another field comes the other way round.', () => {
    const times = new Map<string, number>()
    return {
      list: async (query, next) => {
        const list = await next(query)
        const key = JSON.stringify(query)
        times.set(key, (times.get(key) ?? 0) + 1)
        const flipped = query.sortBy !== parameters.sortBy.default && (times.get(key) ?? 0) % 2 === 1
        return flipped ? [...list].reverse() : list
      },
    }
  }),
  counted(
    'stale-copy',
    'steady-values',
    'Every third request is answered by a copy that knows other states.',
    (one, count) => (count % 3 ? one : { ...one, status: 'CLOSED' }),
  ),
  counted('ids-made-anew', 'steady-equal-requests', 'A conversation has another id in each answer.', (one, count) => ({
    ...one,
    id: `${one.id}-${count}`,
  })),
  fault(
    'direction-shared',
    'steady-equal-requests',
    'The direction is kept in one variable for all requests that are being answered.',
    () => {
      let direction: 'ASC' | 'DESC' = 'ASC'
      return {
        list: async (query, next) => {
          direction = query.sortDirection
          await new Promise((resolve) => setTimeout(resolve, 20))
          return next({ ...query, sortDirection: direction })
        },
      }
    },
  ),
  fault(
    'last-query-remembered',
    'steady-equal-requests',
    'Without a direction that of the request before is used.',
    () => {
      let direction: 'ASC' | 'DESC' = 'ASC'
      return {
        list: (query, next, { request }) => {
          if (request.query.has('sortDirection')) direction = query.sortDirection
          return next({ ...query, sortDirection: direction })
        },
      }
    },
  ),
  fault('last-page-remembered', 'paging-limit', 'A cache tells requests apart by their page alone.', cachedPages),
]

/** Changes the conversations of an answer by the number of answers so far. */
function counted(
  name: string,
  noticedBy: string,
  summary: string,
  change: (one: Conversation, count: number) => Conversation,
): Fault {
  return fault(name, noticedBy, summary, () => {
    let count = 0
    return onList((list) => {
      count += 1
      return (list as Conversation[]).map((one) => change(one, count))
    })
  })
}

function cachedPages(): Seams {
  const kept = new Map<string, Promise<readonly unknown[]>>()
  return {
    list: (query, next) => {
      const key = `${query.organizationId}/${query.page}`
      const page = kept.get(key) ?? next(query)
      kept.set(key, page)
      return page
    },
  }
}
