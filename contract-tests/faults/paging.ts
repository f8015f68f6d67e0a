import { operations } from '../../generated/facts.ts'
import { asking, deep, fault, onList, pageOf, wholeList } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const { default: defaultLimit } = parameters.limit

/** Which conversations a page holds. */
export const pagingFaults: readonly Fault[] = [
  asking('page-ignored', 'paging-no-overlap', 'Every page is the first.', () => ({ offset: 0 })),
  asking(
    'page-from-zero',
    'paging-last-page',
    'Pages count from 0, so that page 1 is the second.',
    ({ page, limit, offset }) => ({ offset: page === 1 ? limit : offset + limit }),
  ),
  fault(
    'explicit-page-from-zero',
    'paging-no-gap',
    'Pages count from 0 when one is asked for; without one it is the first.',
    {
      list: (query, next, { request }) =>
        next(request.query.has('page') ? { ...query, offset: query.offset + query.limit } : query),
    },
  ),
  fault('pages-counted-from-zero', 'paging-default-page', 'Page 0 is the first, and what comes without a page.', {
    receive: ({ request: { query } }) => {
      if (/^\d+$/.test(query.get('page') ?? '')) query.set('page', String(Number(query.get('page')) + 1))
      return undefined
    },
  }),
  fault('default-page-second', 'paging-default-page', 'Without a page the second is given.', {
    list: (query, next, { request }) => next(request.query.has('page') ? query : { ...query, offset: query.limit }),
  }),
  fault('default-page-last', 'paging-default-page', 'Without a page the last is given.', {
    list: async (query, next, { request }) =>
      request.query.has('page') ? next(query) : (await wholeList(query, next)).slice(-query.limit),
  }),
  asking(
    'page-one-and-two-equal',
    'paging-no-overlap',
    'The first two pages are the same.',
    ({ page, limit, offset }) => ({ offset: page > 1 ? offset - limit : offset }),
  ),
  asking(
    'pages-overlap-by-one',
    'paging-no-overlap',
    'Each page begins with the last conversation of the one before.',
    ({ page, offset }) => ({ offset: offset - (page - 1) }),
  ),
  asking(
    'page-border-repeated',
    'paging-no-overlap',
    'A page after the first begins one conversation too early.',
    ({ page, offset }) => ({ offset: page > 1 ? offset - 1 : offset }),
  ),
  asking('pages-half-overlap', 'paging-no-overlap', 'A page moves on by half its length.', ({ page, limit }) => ({
    offset: Math.floor(((page - 1) * limit) / 2),
  })),
  asking(
    'page-is-offset',
    'paging-no-overlap',
    'The page is taken for the number of conversations to pass over.',
    ({ page }) => ({ offset: page - 1 }),
  ),
  asking(
    'offset-by-default-limit',
    'paging-no-overlap',
    'A page begins where it would at the default limit.',
    ({ page }) => ({ offset: (page - 1) * defaultLimit }),
  ),
  asking(
    'pages-lose-one',
    'paging-no-gap',
    'A page after the first begins one conversation too late.',
    ({ page, offset }) => ({ offset: page > 1 ? offset + 1 : offset }),
  ),
  asking('one-lost-between-pages', 'paging-no-gap', 'One conversation is lost at each border.', ({ page, offset }) => ({
    offset: offset + page - 1,
  })),
  asking(
    'page-three-skipped',
    'paging-no-gap',
    'The third page is never given.',
    ({ page, limit, offset }) => ({ offset: page > 2 ? offset + limit : offset }),
    deep,
  ),
  asking(
    'first-conversation-lost',
    'paging-no-gap',
    'The first conversation is on no page of more than one.',
    ({ offset, limit }) => ({ offset: limit > 1 ? offset + 1 : offset }),
  ),
  fault(
    'last-conversation-lost',
    'paging-last-page',
    'The last conversation of the list comes on no page of more than five.',
    {
      list: async (query, next) => {
        const all = await wholeList(query, next)
        return pageOf(query.limit > 5 ? all.slice(0, -1) : all, query)
      },
    },
  ),
  fault(
    'filtered-after-paging',
    'paging-no-gap',
    'Closed conversations are taken out after the page is cut, unless it is a long one.',
    onList((list, { query }) =>
      query && query.limit > 25 ? list : (list as { status: string }[]).filter(({ status }) => status !== 'CLOSED'),
    ),
  ),
  asking('even-pages-empty', 'paging-last-page', 'Every second page is empty.', ({ page, limit }) => ({
    limit: page % 2 ? limit : 0,
  })),
  fault('pages-in-reverse', 'paging-same-order', 'The first page is the last of the list, and the last the first.', {
    list: async (query, next) => {
      const all = await wholeList(query, next)
      const pages = Math.ceil(all.length / query.limit)
      return query.page > pages
        ? []
        : all.slice((pages - query.page) * query.limit, (pages - query.page + 1) * query.limit)
    },
  }),
  asking(
    'pages-shuffled',
    'paging-same-order',
    'The second and the third page are swapped.',
    ({ page, limit, offset }) => ({ offset: page === 2 ? 2 * limit : page === 3 ? limit : offset }),
  ),
  asking(
    'order-depends-on-limit',
    'paging-same-order',
    'Pages of an odd length are sorted by id.',
    ({ limit, sortBy }) => ({ sortBy: limit % 2 ? 'id' : sortBy }),
  ),
  fault(
    'thirty-at-most',
    'paging-last-page',
    'Only the first thirty conversations can be reached.',
    { list: async (query, next) => pageOf((await wholeList(query, next)).slice(0, 30), query) },
    { sandbox: { conversations: 57, seed: 'cut' } },
  ),
]
