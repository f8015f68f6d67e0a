import { operations } from '../../generated/facts.ts'
import type { PageQuery, Reply } from '../sandbox/index.ts'
import { asking, crash, fault, ordering, when } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const { default: defaultField } = parameters.sortBy
const isDefault = ({ sortBy }: PageQuery) => sortBy === defaultField
const opposite = ({ sortDirection }: PageQuery) =>
  ({ sortDirection: sortDirection === 'ASC' ? 'DESC' : 'ASC' }) as const

/** What is made of the field and the direction that are asked for, or not. */
export const sortParameterFaults: readonly Fault[] = [
  asking('sorting-ignored', 'sorting-ascending', 'The list is in the order of its ids, whatever is asked for.', () => ({
    sortBy: 'id',
    sortDirection: 'ASC',
  })),
  asking('direction-ignored', 'sorting-descending', 'The direction is ignored.', () => ({ sortDirection: 'ASC' })),
  asking('always-descending', 'sorting-ascending', 'The list is always descending.', () => ({ sortDirection: 'DESC' })),
  asking('directions-swapped', 'sorting-ascending', 'Ascending and descending are swapped.', opposite),
  unasked('default-direction-descending', 'sorting-default-direction', 'Without a direction the list is descending.', {
    sortDirection: 'DESC',
  }),
  fault(
    'default-direction-when-sorted',
    'sorting-direction-of-field',
    'With a field and without a direction the list is descending.',
    {
      list: (query, next, { request }) =>
        next(
          request.query.has('sortBy') && !request.query.has('sortDirection')
            ? { ...query, sortDirection: 'DESC' }
            : query,
        ),
    },
  ),
  unasked('default-field-id', 'sorting-default-field', 'Without a field the list is sorted by id.', { sortBy: 'id' }),
  unasked(
    'default-field-messages',
    'sorting-default-field',
    'Without a field the list is sorted by the number of messages.',
    { sortBy: 'total_messages' },
  ),
  asking('sort-field-ignored', 'sorting-field', 'The list is sorted by time, whatever field is asked for.', () => ({
    sortBy: defaultField,
  })),
  asking('sort-field-mixed-up', 'sorting-field', 'Sorting by messages sorts by actions.', ({ sortBy }) => ({
    sortBy: sortBy === 'total_messages' ? 'action_called' : sortBy,
  })),
  asked(
    'default-field-refused',
    'The documented field to sort by is refused.',
    { sortBy: defaultField },
    refusal(400, 'Unknown field'),
  ),
  asked('descending-refused', 'Descending is refused.', { sortDirection: 'DESC' }, refusal(400, 'Unknown direction')),
  asked('descending-500', 'Descending makes the server fail.', { sortDirection: 'DESC' }, crash),
  asked(
    'ascending-refused',
    'The direction ASC is refused; only the default gives it.',
    { sortDirection: 'ASC' },
    refusal(422, 'Unknown direction'),
  ),
  asking('lower-case-directions', 'sorting-descending', 'Only "desc" in lower case is descending.', () => ({
    sortDirection: 'ASC',
  })),
  fault('descending-within-page', 'sorting-descending', 'Descending turns each ascending page around.', {
    list: async (query, next) => {
      const page = await next({ ...query, sortDirection: 'ASC' })
      return query.sortDirection === 'DESC' ? page.reverse() : page
    },
  }),
  ordering(
    'pinned-open',
    'sorting-descending',
    'Open conversations come first when descending.',
    (all, { sortDirection }) =>
      sortDirection === 'ASC'
        ? all
        : [...all.filter((one) => one.status === 'OPEN'), ...all.filter((one) => one.status !== 'OPEN')],
  ),
  ordering(
    'descending-loses-newest',
    'sorting-descending',
    'Descending leaves out the newest conversation.',
    (all, { sortDirection }) => (sortDirection === 'DESC' ? all.slice(1) : all),
  ),
  ordering(
    'descending-filters',
    'sorting-descending',
    'Descending gives only conversations with a handoff.',
    (all, { sortDirection }) => (sortDirection === 'DESC' ? all.filter(({ handoff }) => handoff) : all),
  ),
  ordering(
    'sorted-field-filters',
    'sorting-numeric',
    'Sorting by a field leaves out one conversation in three.',
    (all, query) => (isDefault(query) ? all : all.filter((_, index) => index % 3)),
  ),
]

/** Sorts in another way when that is not asked for. */
function unasked(name: string, noticedBy: string, summary: string, change: Partial<PageQuery>): Fault {
  const [parameter = ''] = Object.keys(change)
  return fault(name, noticedBy, summary, {
    list: (query, next, { request }) => next(request.query.has(parameter) ? query : { ...query, ...change }),
  })
}

/** Doesn't give what is asked for in so many words. */
function asked(name: string, summary: string, given: Partial<PageQuery>, reply: () => Reply): Fault {
  const test = (query: URLSearchParams) => Object.entries(given).every(([name, value]) => query.get(name) === value)
  return fault(name, 'response-status', summary, when(test, reply))
}

function refusal(status: number, message: string) {
  return (): Reply => ({ status, headers: {}, json: { message } })
}
