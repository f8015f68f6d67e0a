import { operations } from '../../generated/facts.ts'
import { errorReply } from '../sandbox/index.ts'
import {
  asking,
  type Change,
  crash,
  deep,
  fault,
  nothing,
  ok,
  onList,
  pageOf,
  redirectTo,
  when,
  wholeList,
} from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const isPastEnd = (json: unknown) => Array.isArray(json) && json.length === 0

/** What comes far down the list, at its end, and past it. */
export const lastPageFaults: readonly Fault[] = [
  fault(
    'last-page-dropped',
    'paging-last-page',
    'A last page that is not full is not given.',
    onList((list, { query }) => (query && query.page > 1 && list.length < query.limit ? [] : list)),
  ),
  fault('last-page-filled-up', 'paging-last-page', 'The last page is filled up with conversations of the one before.', {
    list: async (query, next) => {
      const page = await next(query)
      const missing = page.length > 0 ? query.limit - page.length : 0
      const earlier =
        missing > 0
          ? await next({
              ...query,
              offset: Math.max(0, query.offset - missing),
              limit: Math.min(missing, query.offset),
            })
          : []
      return [...earlier, ...page]
    },
  }),
  fault('last-page-from-start', 'paging-last-page', 'The last page is filled up from the start of the list.', {
    list: async (query, next) => {
      const page = await next(query)
      const missing = page.length > 0 && query.page > 1 ? query.limit - page.length : 0
      return missing > 0 ? [...page, ...(await next({ ...query, offset: 0, limit: missing }))] : page
    },
  }),
  fault('newest-never-listed', 'paging-complete', 'The newest conversation is in no list but those of another order.', {
    list: async (query, next) => {
      if (query.sortBy !== parameters.sortBy.default) return next(query)
      const all = await wholeList({ ...query, sortDirection: 'ASC' }, next)
      const rest = all.slice(0, -1)
      return pageOf(query.sortDirection === 'ASC' ? rest : rest.reverse(), query)
    },
  }),
  fault(
    'full-last-page-twice',
    'paging-past-end',
    'After a last page that is full comes its last conversation again.',
    {
      list: async (query, next) => {
        const page = await next(query)
        if (page.length > 0 || query.offset === 0) return page
        return next({ ...query, offset: query.offset - 1, limit: 1 })
      },
    },
    { sandbox: { conversations: 4 * parameters.limit.default, seed: 'full' } },
  ),
  fault('last-page-twice', 'paging-past-end', 'The page after the last is the last again.', {
    list: async (query, next) => {
      const page = await next(query)
      return page.length > 0 || query.page === 1 ? page : next({ ...query, offset: query.offset - query.limit })
    },
  }),
  fault('past-end-last-page', 'paging-past-end', 'Every page past the end is the last page.', {
    list: async (query, next) => {
      const page = await next(query)
      if (page.length > 0) return page
      const all = await wholeList(query, next)
      return all.slice(Math.floor((all.length - 1) / query.limit) * query.limit)
    },
  }),
  fault('past-end-first-page', 'paging-past-end', 'A page past the end is the first page.', {
    list: async (query, next) => {
      const page = await next(query)
      return page.length > 0 ? page : next({ ...query, offset: 0 })
    },
  }),
  fault('pages-wrap-around', 'paging-past-end', 'After the last page the list begins anew.', {
    list: async (query, next) => {
      const { length } = await wholeList(query, next)
      const pages = Math.max(1, Math.ceil(length / query.limit))
      return next({ ...query, offset: ((query.page - 1) % pages) * query.limit })
    },
  }),
  pastEnd('past-end-404', 'is answered 404', () => errorReply(404, 'No such page')),
  pastEnd('past-end-400', 'is answered 400', () => errorReply(400, 'page is too large')),
  pastEnd('past-end-500', 'makes the server fail', crash),
  pastEnd('past-end-null', 'is null', nothing),
  pastEnd('past-end-object', 'is an object that says so', () => ok({ message: 'No more conversations' })),
  pastEnd('past-end-list-of-null', 'is a list of null', () => ok([null])),
  pastEnd('past-end-redirect', 'redirects to the first', redirectTo('?page=1')),
  asking(
    'pages-repeat-from-five',
    'paging-deep',
    'From the fifth on, pages repeat.',
    ({ page, limit, offset }) => ({ offset: page > 5 ? 4 * limit : offset }),
    deep,
  ),
  asking(
    'pages-end-at-five',
    'paging-deep',
    'Pages after the fifth are empty, whatever is left.',
    ({ page, limit }) => ({ limit: page > 5 ? 0 : limit }),
    deep,
  ),
  fault(
    'deep-page-500',
    'paging-deep',
    'Pages after the fifth make the server fail.',
    { respond: (reply, { query }) => (query && query.page > 5 ? crash() : reply) },
    deep,
  ),
  asking(
    'offset-stops-at-fifty',
    'paging-no-overlap',
    'No page begins after the fiftieth conversation.',
    ({ offset }) => ({ offset: Math.min(offset, 50) }),
    deep,
  ),
  asking(
    'page-in-one-digit',
    'paging-deep',
    'Only the last digit of the page counts.',
    ({ page, limit }) => ({ offset: (page % 10 === 0 ? 9 : (page % 10) - 1) * limit }),
    deep,
  ),
]

function pastEnd(name: string, what: string, change: Change): Fault {
  return fault(
    name,
    'paging-past-end',
    `A page past the end ${what}.`,
    when(
      (_, { query }) => (query?.page ?? 1) > 1,
      (context, reply) => (reply.status === 200 && isPastEnd(reply.json) ? change(context, reply) : reply),
    ),
  )
}
