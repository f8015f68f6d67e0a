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
  fault(
    'limit-ignored',
    'paging-limit',
    'The limit is ignored: every page has the default.',
    asking(({ page }) => ({ limit: defaultLimit, offset: (page - 1) * defaultLimit })),
  ),
  fault(
    'limit-plus-one',
    'paging-limit',
    'A page has one conversation more than the limit.',
    asking(({ limit }) => ({ limit: limit + 1 })),
  ),
  fault(
    'limit-minus-one',
    'paging-no-gap',
    'A page has one conversation less than the limit, and it is on no other page.',
    asking(({ limit }) => ({ limit: limit - 1 })),
  ),
  fault(
    'limit-at-least-ten',
    'paging-limit',
    'A limit below the default is raised to it.',
    asking(({ limit, page }) => ({
      limit: Math.max(limit, defaultLimit),
      offset: (page - 1) * Math.max(limit, defaultLimit),
    })),
  ),
  fault(
    'limit-doubled',
    'paging-limit',
    'A page has twice the limit.',
    asking(({ limit, page }) => ({ limit: limit * 2, offset: (page - 1) * limit * 2 })),
  ),
  fault(
    'limit-unbounded',
    'paging-no-overlap',
    'A limit above the default gives the whole list.',
    asking(({ limit }) => (limit > defaultLimit ? { limit: Number.MAX_SAFE_INTEGER, offset: 0 } : {})),
  ),
  fault(
    'limit-in-tens',
    'paging-limit',
    'The limit is rounded up to tens.',
    asking(({ limit, page }) => ({
      limit: Math.ceil(limit / 10) * 10,
      offset: (page - 1) * Math.ceil(limit / 10) * 10,
    })),
  ),
  fault(
    'limit-per-status',
    'paging-limit',
    'The limit holds for each status and not for the page.',
    asking(({ limit, page }) => ({ limit: limit * 3, offset: (page - 1) * limit * 3 })),
  ),
  fault(
    'clamped-with-gaps',
    'paging-no-gap',
    'A limit is clamped to 20, but a page begins where it would without.',
    asking(({ limit, page, requestedLimit }) => ({ limit: Math.min(limit, 20), offset: (page - 1) * requestedLimit })),
    deep,
  ),
  fault(
    'clamped-at-a-hundred-with-gaps',
    'paging-last-page',
    'A limit is clamped to 100, but a page begins where it would without.',
    asking(({ limit, page, requestedLimit }) => ({ limit: Math.min(limit, 100), offset: (page - 1) * requestedLimit })),
    { sandbox: { conversations: 137, seed: 'clamped' } },
  ),
  fault(
    'limit-one-empty',
    'paging-limit-one',
    'A limit of 1 gives nothing.',
    asking(({ limit }) => ({ limit: limit === 1 ? 0 : limit })),
  ),
  fault(
    'limit-one-gives-two',
    'paging-limit-one',
    'A limit of 1 gives two.',
    asking(({ limit }) => ({ limit: limit === 1 ? 2 : limit })),
  ),
  fault(
    'limit-one-means-default',
    'paging-limit-one',
    'A limit of 1 gives the default.',
    asking(({ limit, page }) => (limit === 1 ? { limit: defaultLimit, offset: (page - 1) * defaultLimit } : {})),
  ),
  fault(
    'limit-one-page-ignored',
    'paging-limit-one',
    'A limit of 1 always gives the first conversation.',
    asking(({ limit }) => (limit === 1 ? { offset: 0 } : {})),
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
  fault(
    'large-limit-empty',
    'paging-last-page',
    'A limit of 50 or more gives nothing.',
    asking(({ requestedLimit }) => (requestedLimit >= 50 ? { limit: 0 } : {})),
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
      next(hasLimit(request.query) ? query : { ...query, limit, offset: (query.page - 1) * limit }),
  })
}
