import type { Conversation } from '../../generated/types.ts'
import { asking, deep, each, fault, needsOther, onList } from './build.ts'
import type { Fault } from './fault.ts'

/** What a page says as a whole: each conversation once, and all of one organization. */
export const listFaults: readonly Fault[] = [
  fault(
    'same-id-everywhere',
    'conversation-unique-ids',
    'Every conversation has the same id.',
    each((given) => ({ ...given, id: '00000000-0000-4000-8000-000000000000' })),
  ),
  fault(
    'one-twice-in-a-page',
    'conversation-unique-ids',
    'A page holds its first conversation twice.',
    onList((list) => [...list.slice(0, 1), ...list.slice(0, -1)]),
  ),
  fault(
    'joined-twice',
    'conversation-unique-ids',
    'Each conversation with metadata occurs twice, as after a join.',
    onList((list) => (list as Conversation[]).flatMap((one) => (one.meta ? [one, one] : [one]))),
  ),
  fault(
    'ids-of-the-page',
    'paging-no-overlap',
    'An id is the place in the page, so that each page has the same ids.',
    each((given, { index }) => ({ ...given, id: String(index + 1) })),
  ),
  fault(
    'ids-by-hour',
    'conversation-unique-ids',
    'An id is made from the time of creation, and two at the same time share it.',
    each((given) => ({ ...given, id: String(given.created_at) })),
  ),
  fault(
    'one-twice-on-a-deep-page',
    'conversation-unique-ids',
    'Pages after the fourth hold their last conversation twice.',
    onList((list, { query }) => ((query?.page ?? 1) > 4 ? [...list.slice(0, -1), ...list.slice(-2, -1)] : list)),
    deep,
  ),
  fault(
    'copilot-id-of-nobody',
    'conversation-organization',
    'copilot_id is an id of its own for each conversation.',
    each((given) => ({ ...given, copilot_id: `copilot-${String(given.id)}` })),
  ),
  fault(
    'copilot-id-without-dashes',
    'conversation-organization',
    "copilot_id is the organization's id without dashes.",
    each((given) => ({ ...given, copilot_id: String(given.copilot_id).replaceAll('-', '') })),
  ),
  fault(
    'one-of-another-organization',
    'conversation-organization',
    'One conversation in a page is of another organization.',
    {
      list: async (query, next, { organizations }) => {
        const page = await next(query)
        const stranger = organizations.find(({ id }) => id !== query.organizationId)?.conversations[0]
        return stranger && page.length > 1 ? [...page.slice(0, -1), stranger] : page
      },
    },
  ),
  fault(
    'another-organization-after-page-3',
    'conversation-organization',
    'Pages after the third are of another organization.',
    {
      list: (query, next, { organizations }) => {
        const other = organizations.find(({ id }) => id !== query.organizationId)
        return next(query.page > 3 && other ? { ...query, organizationId: other.id, offset: 0 } : query)
      },
    },
  ),
  fault('all-organizations-in-one-list', 'conversation-organization', "The list is everybody's.", {
    list: async (query, next, { organizations }) => {
      const half = { ...query, offset: Math.floor(query.offset / 2), limit: Math.ceil(query.limit / 2) }
      const pages = await Promise.all(organizations.map(({ id }) => next({ ...half, organizationId: id })))
      return pages.flat().slice(0, query.limit)
    },
  }),
  fault(
    'relabelled-foreign-list',
    'tenancy-other-token',
    "The first organization's conversations are given to everybody, with the caller's copilot_id.",
    {
      list: async (query, next, { organizations }) => {
        const page = await next({ ...query, organizationId: organizations[0]?.id ?? '' })
        return page.map((one) => ({ ...one, copilot_id: query.organizationId }))
      },
    },
    needsOther,
  ),
  asking(
    'empty-first-page',
    'paging-past-end',
    'The first page is empty though later ones are not.',
    ({ page, limit }) => (page === 1 ? { limit: 0 } : { limit }),
  ),
]
