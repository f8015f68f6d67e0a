import { createHash } from 'node:crypto'
import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import type { PageQuery } from '../sandbox/index.ts'
import { asking, deep, ordering } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const at = (one: Conversation, { sortBy }: PageQuery) => (one as Record<string, unknown>)[sortBy]

/** Order where the sort says nothing, and order from one request to the next. */
export const tieFaults: readonly Fault[] = [
  torn(
    'ties-by-request',
    'sorting-ties',
    'Conversations of equal rank are in another order in each request.',
    (_, count) => count,
  ),
  torn(
    'ties-by-page',
    'sorting-ties',
    'Conversations of equal rank are in another order on each page.',
    ({ page }) => page,
  ),
  torn(
    'ties-by-limit',
    'paging-same-order',
    'Conversations of equal rank are in another order for each limit.',
    ({ limit }) => limit,
  ),
  torn(
    'ties-by-clock',
    'paging-no-overlap',
    'Conversations of equal rank change their order with every third request.',
    (_, count) => Math.floor(count / 3),
    deep,
  ),
  torn(
    'number-ties-by-page',
    'sorting-ties',
    'Conversations with equal numbers are in another order on each page.',
    ({ page, sortBy }) => (sortBy === parameters.sortBy.default ? 0 : page),
  ),
  ordering('random-order', 'sorting-ascending', 'The list is in another order in each request.', (all, _, count) =>
    all.sort(byHash(String(count))),
  ),
  asking(
    'order-changes-once',
    'sorting-ascending',
    'From the tenth request on the list is sorted by id.',
    ({ sortBy }, count) => ({
      sortBy: count > 9 ? 'id' : sortBy,
    }),
  ),
  ordering('order-rotates', 'sorting-ascending', 'Each request begins one conversation later.', (all, _, count) => [
    ...all.slice(count),
    ...all.slice(0, count),
  ]),
]

/** Reorders what is equal by the field that is sorted by, depending on `salt`. */
function torn(
  name: string,
  noticedBy: string,
  summary: string,
  salt: (query: PageQuery, count: number) => number,
  more?: Pick<Fault, 'sandbox'>,
): Fault {
  const reorder = (all: Conversation[], query: PageQuery, count: number) => {
    const tie = byHash(String(salt(query, count)))
    const place = new Map([...new Set(all.map((one) => at(one, query)))].map((value, index) => [value, index]))
    const rank = (one: Conversation) => place.get(at(one, query)) ?? 0
    return all.sort((one, other) => rank(one) - rank(other) || tie(one, other))
  }
  return ordering(name, noticedBy, summary, reorder, more)
}

function byHash(salt: string) {
  const hash = ({ id }: Conversation) => createHash('md5').update(salt).update(id).digest('hex')
  return (one: Conversation, other: Conversation) => (hash(one) < hash(other) ? -1 : 1)
}
