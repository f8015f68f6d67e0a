import { operations } from '../../generated/facts.ts'
import type { PageQuery, Seams } from '../sandbox/index.ts'
import { asking, crash, fault, ordering, when } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const { default: defaultField } = parameters.sortBy
const isDefault = ({ sortBy }: PageQuery) => sortBy === defaultField
const opposite = ({ sortDirection }: PageQuery) =>
  ({ sortDirection: sortDirection === 'ASC' ? 'DESC' : 'ASC' }) as const

/** What is made of the field and the direction that are asked for, or not. */
export const sortParameterFaults: readonly Fault[] = [
  fault(
    'sorting-ignored',
    'sorting-ascending',
    'The list is in the order of its ids, whatever is asked for.',
    asking(() => ({ sortBy: 'id', sortDirection: 'ASC' })),
  ),
  fault(
    'direction-ignored',
    'sorting-descending',
    'The direction is ignored.',
    asking(() => ({ sortDirection: 'ASC' })),
  ),
  fault(
    'always-descending',
    'sorting-ascending',
    'The list is always descending.',
    asking(() => ({ sortDirection: 'DESC' })),
  ),
  fault('directions-swapped', 'sorting-ascending', 'Ascending and descending are swapped.', asking(opposite)),
  fault(
    'default-direction-descending',
    'sorting-default-direction',
    'Without a direction the list is descending.',
    unasked('sortDirection', { sortDirection: 'DESC' }),
  ),
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
  fault(
    'default-field-id',
    'sorting-default-field',
    'Without a field the list is sorted by id.',
    unasked('sortBy', { sortBy: 'id' }),
  ),
  fault(
    'default-field-messages',
    'sorting-default-field',
    'Without a field the list is sorted by the number of messages.',
    unasked('sortBy', { sortBy: 'total_messages' }),
  ),
  fault(
    'sort-field-ignored',
    'sorting-field',
    'The list is sorted by time, whatever field is asked for.',
    asking(() => ({ sortBy: defaultField })),
  ),
  fault(
    'sort-field-mixed-up',
    'sorting-field',
    'Sorting by messages sorts by actions.',
    asking(({ sortBy }) => ({ sortBy: sortBy === 'total_messages' ? 'action_called' : sortBy })),
  ),
  fault(
    'default-field-refused',
    'response-status',
    'The documented field to sort by is refused.',
    when(
      (query) => query.get('sortBy') === defaultField,
      () => ({ status: 400, headers: {}, json: { message: 'Unknown field' } }),
    ),
  ),
  fault(
    'descending-refused',
    'response-status',
    'Descending is refused.',
    when(
      (query) => query.get('sortDirection') === 'DESC',
      () => ({ status: 400, headers: {}, json: { message: 'Unknown direction' } }),
    ),
  ),
  fault(
    'descending-500',
    'response-status',
    'Descending makes the server fail.',
    when((query) => query.get('sortDirection') === 'DESC', crash),
  ),
  fault(
    'ascending-refused',
    'response-status',
    'The direction ASC is refused; only the default gives it.',
    when(
      (query) => query.get('sortDirection') === 'ASC',
      () => ({ status: 422, headers: {}, json: { message: 'Unknown direction' } }),
    ),
  ),
  fault(
    'lower-case-directions',
    'sorting-descending',
    'Only "desc" in lower case is descending.',
    asking(() => ({ sortDirection: 'ASC' })),
  ),
  fault('descending-within-page', 'sorting-descending', 'Descending turns each ascending page around.', {
    list: async (query, next) => {
      const page = await next({ ...query, sortDirection: 'ASC' })
      return query.sortDirection === 'DESC' ? page.reverse() : page
    },
  }),
  fault(
    'pinned-open',
    'sorting-descending',
    'Open conversations come first when descending.',
    ordering((all, { sortDirection }) =>
      sortDirection === 'ASC'
        ? all
        : [...all.filter((one) => one.status === 'OPEN'), ...all.filter((one) => one.status !== 'OPEN')],
    ),
  ),
  fault(
    'descending-loses-newest',
    'sorting-descending',
    'Descending leaves out the newest conversation.',
    ordering((all, { sortDirection }) => (sortDirection === 'DESC' ? all.slice(1) : all)),
  ),
  fault(
    'descending-filters',
    'sorting-descending',
    'Descending gives only conversations with a handoff.',
    ordering((all, { sortDirection }) => (sortDirection === 'DESC' ? all.filter(({ handoff }) => handoff) : all)),
  ),
  fault(
    'sorted-field-filters',
    'sorting-numeric',
    'Sorting by a field leaves out one conversation in three.',
    ordering((all, query) => (isDefault(query) ? all : all.filter((_, index) => index % 3))),
  ),
]

/** Sorts in another way when a parameter is not sent. */
function unasked(parameter: string, change: Partial<PageQuery>): Seams {
  return {
    list: (query, next, { request }) => next(request.query.has(parameter) ? query : { ...query, ...change }),
  }
}
