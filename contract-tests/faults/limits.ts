import { operations } from '../../generated/facts.ts'
import { asking, crash, deep, fault, onList, when } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const { default: defaultLimit } = parameters.limit
const hasLimit = (query: URLSearchParams) => query.has('limit')

/** How many conversations a page holds. */
export const limitFaults: readonly Fault[] = [
  unlimited('default-limit-doubled', 'Without a limit a page has twice the documented default.', defaultLimit * 2),
  unlimited(
    'default-limit-less',
    'Without a limit a page has one conversation less than documented.',
    defaultLimit - 1,
  ),
  unlimited('default-limit-all', 'Without a limit the whole list is given.', Number.MAX_SAFE_INTEGER),
  unlimited('default-limit-one', 'Without a limit a page has one conversation.', 1),
  asking('limit-ignored', 'paging-limit', 'The limit is ignored: every page has the default.', ({ page }) =>
    pagesOf(defaultLimit, page),
  ),
  asking('limit-plus-one', 'paging-limit', 'A page has one conversation more than the limit.', ({ limit }) => ({
    limit: limit + 1,
  })),
  asking(
    'limit-minus-one',
    'paging-no-gap',
    'A page has one conversation less than the limit, and it is on no other page.',
    ({ limit }) => ({ limit: limit - 1 }),
  ),
  asking('limit-at-least-ten', 'paging-limit', 'A limit below the default is raised to it.', ({ limit, page }) =>
    pagesOf(Math.max(limit, defaultLimit), page),
  ),
  asking('limit-doubled', 'paging-limit', 'A page has twice the limit.', ({ limit, page }) => pagesOf(2 * limit, page)),
  asking('limit-unbounded', 'paging-no-overlap', 'A limit above the default gives the whole list.', ({ limit }) =>
    limit > defaultLimit ? { limit: Number.MAX_SAFE_INTEGER, offset: 0 } : {},
  ),
  asking('limit-in-tens', 'paging-limit', 'The limit is rounded up to tens.', ({ limit, page }) =>
    pagesOf(10 * Math.ceil(limit / 10), page),
  ),
  asking(
    'limit-per-status',
    'paging-limit',
    'The limit holds for each status and not for the page.',
    ({ limit, page }) => pagesOf(3 * limit, page),
  ),
  asking(
    'clamped-with-gaps',
    'paging-no-gap',
    'A limit is clamped to 20, but a page begins where it would without.',
    ({ limit, page, requestedLimit }) => ({ limit: Math.min(limit, 20), offset: (page - 1) * requestedLimit }),
    deep,
  ),
  asking(
    'clamped-at-a-hundred-with-gaps',
    'paging-last-page',
    'A limit is clamped to 100, but a page begins where it would without.',
    ({ limit, page, requestedLimit }) => ({ limit: Math.min(limit, 100), offset: (page - 1) * requestedLimit }),
    { sandbox: { conversations: 137, seed: 'clamped' } },
  ),
  asking('limit-one-empty', 'paging-limit-one', 'A limit of 1 gives nothing.', ({ limit }) => ({
    limit: limit === 1 ? 0 : limit,
  })),
  asking('limit-one-gives-two', 'paging-limit-one', 'A limit of 1 gives two.', ({ limit }) => ({
    limit: limit === 1 ? 2 : limit,
  })),
  asking('limit-one-means-default', 'paging-limit-one', 'A limit of 1 gives the default.', ({ limit, page }) =>
    limit === 1 ? pagesOf(defaultLimit, page) : {},
  ),
  asking(
    'limit-one-page-ignored',
    'paging-limit-one',
    'A limit of 1 always gives the first conversation.',
    ({ limit }) => (limit === 1 ? { offset: 0 } : {}),
  ),
  fault(
    'limit-one-bare',
    'paging-limit-one',
    'A limit of 1 gives a conversation without an array.',
    onList((list, { query }) => (query?.limit === 1 && list.length === 1 ? list[0] : list)),
  ),
  fault(
    'limit-one-500',
    'paging-limit-one',
    'A limit of 1 makes the server fail.',
    when((query) => query.get('limit') === '1', crash),
  ),
  fault(
    'large-limit-500',
    'response-status',
    'A limit of 50 or more makes the server fail.',
    when((query) => Number(query.get('limit')) >= 50, crash),
  ),
  asking('large-limit-empty', 'paging-last-page', 'A limit of 50 or more gives nothing.', ({ requestedLimit }) =>
    requestedLimit >= 50 ? { limit: 0 } : {},
  ),
  fault(
    'limit-and-page-400',
    'response-status',
    'A limit together with a page is refused.',
    when(
      (query) => hasLimit(query) && query.has('page'),
      () => ({ status: 400, headers: {}, json: { message: 'Bad request' } }),
    ),
  ),
]

function unlimited(name: string, summary: string, limit: number): Fault {
  return fault(name, 'paging-default-limit', summary, {
    list: (query, next, { request }) =>
      next(hasLimit(request.query) ? query : { ...query, ...pagesOf(limit, query.page) }),
  })
}

/** What a page holds where all have that length. */
function pagesOf(length: number, page: number) {
  return { limit: length, offset: (page - 1) * length }
}
