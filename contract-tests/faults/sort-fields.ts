import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import { fields, sortFields } from '../sandbox/fields.ts'
import type { PageQuery, Seams } from '../sandbox/index.ts'
import { asking, crash, each, fault, ordering, when } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

const { default: defaultField } = parameters.sortBy
const others = sortFields.filter((field) => field !== defaultField)
const isText = ({ sortBy }: PageQuery) => sortBy !== defaultField && fields[sortBy]?.type === 'string'
const textOf = (one: Conversation, { sortBy }: PageQuery) => String((one as Record<string, unknown>)[sortBy])

const unspokenDescends: Seams = {
  list: (query, next, { request }) => {
    const isUnspoken = query.sortBy !== defaultField && !request.query.has('sortDirection')
    return next(isUnspoken ? { ...query, sortDirection: 'DESC' } : query)
  },
}

/** Sorting by the fields that are seldom tried. */
export const sortFieldFaults: readonly Fault[] = [
  ...others.map((field) =>
    fault(
      `${kebabCase(field)}-not-sortable`,
      'sorting-field',
      `Sorting by ${field} is answered 500, as where its name is ambiguous in a join.`,
      when((query) => query.get('sortBy') === field, crash),
    ),
  ),
  fault(
    'empty-values-not-comparable',
    'sorting-field',
    'Sorting by a field that may be null makes the server fail when descending.',
    when((query) => query.get('sortBy') === 'handoff_sentiment' && query.get('sortDirection') === 'DESC', crash),
  ),
  asking(
    'tie-break-overwrites-key',
    'sorting-both-ways',
    'Sorted by id the list ascends, since the tie-break takes the place of the key.',
    ({ sortBy }) => (sortBy === 'id' ? { sortDirection: 'ASC' } : {}),
  ),
  asking(
    'texts-always-ascending',
    'sorting-both-ways',
    'Sorted by a text the list ascends, whatever direction is asked for.',
    (query) => (isText(query) ? { sortDirection: 'ASC' } : {}),
  ),
  fault('texts-sorted-within-page', 'sorting-both-ways', 'Sorting by a text sorts within each page.', {
    list: async (query, next) => {
      if (!isText(query)) return next(query)
      const page = await next({ ...query, sortBy: defaultField, sortDirection: 'ASC' })
      const sign = query.sortDirection === 'DESC' ? -1 : 1
      return page.sort((one, other) => (textOf(one, query) < textOf(other, query) ? -sign : sign))
    },
  }),
  ordering(
    'text-ties-take-turns',
    'sorting-stable',
    'Conversations of equal text are in one order, and in the other with every second request.',
    (all, query, count) => {
      if (!isText(query) || count % 2) return all
      const places = [...new Set(all.map((one) => textOf(one, query)))]
      return places.flatMap((value) => all.filter((one) => textOf(one, query) === value).reverse())
    },
  ),
  fault(
    'default-direction-of-other-fields',
    'sorting-direction-of-field',
    'Without a direction, fields other than the default are descending.',
    unspokenDescends,
  ),
  fault(
    'default-direction-behind-zeros',
    'sorting-direction-of-field',
    'Without a direction, fields other than the default are descending, and no number tells.',
    { ...unspokenDescends, ...each((given) => ({ ...given, action_called: 0, total_messages: 0 })) },
  ),
]
