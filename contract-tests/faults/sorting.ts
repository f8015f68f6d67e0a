import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { fields } from '../sandbox/fields.ts'
import type { PageQuery } from '../sandbox/index.ts'
import { fault, onList, ordering } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const { default: defaultField } = parameters.sortBy
const isDefault = ({ sortBy }: PageQuery) => sortBy === defaultField
const isNumeric = ({ sortBy }: PageQuery) => fields[sortBy]?.type === 'integer'
const time = (one: Conversation) => Date.parse(one.created_at)
const at = (one: Conversation, { sortBy }: PageQuery) => (one as Record<string, unknown>)[sortBy]

/** The order of the whole list. */
export const sortingFaults: readonly Fault[] = [
  fault(
    'sorted-within-page',
    'sorting-ascending',
    'Pages are cut by id, and each is sorted for itself.',
    sortedWithin(() => true),
  ),
  fault(
    'numbers-sorted-within-page',
    'sorting-numeric',
    'Sorting by a number sorts within each page.',
    sortedWithin(isNumeric),
  ),
  ordering('numbers-as-text', 'sorting-numeric', 'Numbers are sorted as text: 10 comes before 2.', (all, query) =>
    isNumeric(query) ? all.sort(byText(query)) : all,
  ),
  ordering('actions-as-text', 'sorting-numeric', 'One of the numbers is sorted as text.', (all, query) =>
    query.sortBy === 'action_called' ? all.sort(byText(query)) : all,
  ),
  ordering('numbers-by-digits', 'sorting-numeric', 'Numbers are sorted by their last digit.', (all, query) =>
    isNumeric(query) ? all.sort((one, other) => (Number(at(one, query)) % 10) - (Number(at(other, query)) % 10)) : all,
  ),
  ordering(
    'numbers-descending-as-text',
    'sorting-field',
    'Numbers are sorted as text when descending.',
    (all, query) => (isNumeric(query) && query.sortDirection === 'DESC' ? all.sort(byText(query)) : all),
  ),
  byTime('sorted-by-hour', 'The list is sorted by time of day.', (one) => time(one) % 86_400_000),
  byTime('sorted-by-day', 'The list is sorted by date, and the times of one day are in any order.', (one) =>
    Math.floor(time(one) / 86_400_000),
  ),
  byTime('sorted-by-month-name', 'The list is sorted by the name of the weekday.', (one) =>
    new Date(time(one)).getUTCDay(),
  ),
  byTime('sorted-by-day-of-month', 'The list is sorted by the day of the month.', (one) =>
    new Date(time(one)).getUTCDate(),
  ),
  byTime('milliseconds-ignored', 'Times within one second are in any order.', (one) => Math.floor(time(one) / 1_000)),
  byTime('minutes-ignored', 'Times within one hour are in any order.', (one) => Math.floor(time(one) / 3_600_000)),
  ordering(
    'two-in-wrong-order',
    'sorting-ascending',
    'Two conversations in the middle of the list are swapped.',
    (all) => swapped(all, Math.floor(all.length / 2), 1),
  ),
  ordering('first-is-last', 'sorting-ascending', 'The newest conversation comes first, before the oldest.', (all) => [
    ...all.slice(-1),
    ...all.slice(0, -1),
  ]),
  ordering('pinned-handoffs', 'sorting-ascending', 'Conversations with a handoff come first.', (all) => [
    ...all.filter((one) => one.handoff),
    ...all.filter((one) => !one.handoff),
  ]),
  fault(
    'sorted-page-two-only',
    'sorting-ascending',
    'Pages after the first are descending within themselves.',
    onList((list, { query }) => (query && query.page > 1 ? [...list].reverse() : list)),
  ),
]

/** Pages are cut from another order, and then sorted as was asked. */
function sortedWithin(test: (query: PageQuery) => boolean) {
  return {
    list: async (query: PageQuery, next: (query: PageQuery) => Promise<Conversation[]>) => {
      if (!test(query)) return next(query)
      const page = await next({ ...query, sortBy: 'id' })
      const sign = query.sortDirection === 'DESC' ? -1 : 1
      const rank = (one: Conversation) => (isDefault(query) ? time(one) : at(one, query)) as number
      return page.sort((one, other) => sign * (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
    },
  }
}

function byText(query: PageQuery) {
  const sign = query.sortDirection === 'DESC' ? -1 : 1
  return (one: Conversation, other: Conversation) => sign * (String(at(one, query)) < String(at(other, query)) ? -1 : 1)
}

/** Sorts the default order by something coarser than the time; what is equal by it is ordered by id. */
function byTime(name: string, summary: string, rank: (one: Conversation) => number): Fault {
  const reorder = (all: Conversation[], query: PageQuery) => {
    if (!isDefault(query)) return all
    const sign = query.sortDirection === 'DESC' ? -1 : 1
    return all.sort((one, other) => sign * (rank(one) - rank(other) || (one.id < other.id ? -1 : 1)))
  }
  return ordering(name, 'sorting-ascending', summary, reorder)
}

function swapped<T>(items: T[], from: number, span: number): T[] {
  const distinct = items.findIndex(
    (item, index) =>
      index >= from &&
      (item as { created_at?: string }).created_at !==
        (items[index + span] as { created_at?: string } | undefined)?.created_at,
  )
  const one = items[distinct]
  const other = items[distinct + span]
  return one && other ? items.toSpliced(distinct, span + 1, other, one) : items
}
