import { operations } from '../../generated/facts.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import type { Place } from '../sandbox/index.ts'
import { deep, each, fault, onList, type Values } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

/** Values that look right at a glance: the mistakes of real serialisers, migrations and time libraries. */
export const valueFaults: readonly Fault[] = [
  time('epoch-milliseconds', 'the milliseconds since 1970, as a number', (at) => at.getTime()),
  time('epoch-text', 'the seconds since 1970, as a string', (at) => String(Math.floor(at.getTime() / 1_000))),
  time('date-only', 'a date without a time', (at) => at.toISOString().slice(0, 10)),
  time('time-without-zone', 'a time without a zone', (at) => at.toISOString().slice(0, -1)),
  time('time-with-space', 'a time with a space in place of the T', (at) => at.toISOString().replace('T', ' ')),
  time('time-with-bare-offset', 'a time with an offset without a colon', (at) =>
    at.toISOString().replace('Z', '+0000'),
  ),
  time('rfc-1123-time', 'a time as HTTP headers write it', (at) => at.toUTCString()),
  time('local-time', 'a time as people of one country write it', (at) =>
    at.toLocaleString('en-US', { timeZone: 'UTC' }),
  ),
  time('impossible-month', 'a date of a thirteenth month', (at) => at.toISOString().replace(/-\d\d-/, '-13-')),
  time('invalid-date-text', 'the words "Invalid Date"', () => 'Invalid Date'),
  always('fractional-total-messages', 'total_messages', 'a fraction', 2.5),
  always('text-action-called', 'action_called', 'the name of an action', 'refund'),
  always('list-action-called', 'action_called', 'a list of actions', ['refund']),
  always('number-status', 'status', 'a number, as in an older version', 0),
  always('padded-status', 'status', 'followed by a space', 'OPEN '),
  always('translated-status', 'status', 'translated', 'offen'),
  always('boolean-number-handoff', 'handoff', '0 or 1', 1),
  always('word-handoff', 'handoff', 'the word "yes"', 'yes'),
  always('object-handoff-sentiment', 'handoff_sentiment', 'an object, as in an older version', { score: 0.4 }),
  always('number-handoff-sentiment', 'handoff_sentiment', 'a score', 0.4),
  always('list-meta', 'meta', 'a list', []),
  always('encoded-meta', 'meta', 'JSON in a string', '{"title":"Refund"}'),
  always('number-assignee-id', 'assignee_id', 'a number, as in an older version', 17),
  always('object-assignee', 'assignee_id', 'the assignee in place of the id', { id: 'copilot' }),
  always('list-classification', 'classification', 'a list of tags', ['REFUND_REQUEST']),
  always('object-channel', 'channel', 'an object', { name: 'web' }),
  always('number-summary', 'summary', 'a number', 7),
  some('null-status-on-one-in-40', 'status', 'null on one conversation in 40', everyNth(40), null),
  some('text-total-on-one-in-40', 'total_messages', 'a string on one conversation in 40', everyNth(40), '9'),
  some('unlisted-channel-on-one-in-40', 'channel', 'not a listed one on one conversation in 40', everyNth(40), 'fax'),
  some('bad-time-on-last-item', 'created_at', 'no time on the last conversation of a page', isLast, 'n/a'),
  some('text-handoff-on-deep-page', 'handoff', 'a string on the last of a deep page', isLastOfDeep, 'false'),
  some('null-assignee-past-page-3', 'assignee_id', 'null after page 3', ({ query }) => query.page > 3, null),
  some('negative-actions-on-deep-page', 'action_called', 'negative after page 3', ({ query }) => query.page > 3, -1),
  fault(
    'missing-id-on-deep-page',
    'conversation-id',
    'id is left out on the last conversation of a deep page.',
    each(({ id, ...rest }, place) => (isLastOfDeep(place) ? rest : { id, ...rest })),
    deep,
  ),
  fault('camel-case-fields', clauseOf('copilot_id'), 'Fields are named in camel case.', each(camelCased)),
  fault('null-among-conversations', 'conversation-shape', 'One item of a page is null.', onList(first(null))),
  fault('text-among-conversations', 'conversation-shape', 'One item of a page is an id.', onList(first('5003584a'))),
  fault('list-among-conversations', 'conversation-shape', 'One item of a page is a list.', onList(first([]))),
  fault(
    'ids-in-place-of-conversations',
    'conversation-shape',
    'A page is a list of ids.',
    each(({ id }) => id),
  ),
  fault(
    'columns-in-place-of-fields',
    'conversation-shape',
    'A conversation is a list of values without names.',
    each((conversation) => Object.values(conversation)),
  ),
]

function always(name: string, field: string, what: string, value: unknown): Fault {
  return fault(
    name,
    clauseOf(field),
    `${field} is ${what}.`,
    each((given) => ({ ...given, [field]: value })),
  )
}

function some(name: string, field: string, what: string, where: (place: Place) => boolean, value: unknown): Fault {
  const change = (given: Values, place: Place) => (where(place) ? { ...given, [field]: value } : given)
  return fault(name, clauseOf(field), `${field} is ${what}.`, each(change), deep)
}

function time(name: string, what: string, write: (at: Date) => unknown): Fault {
  const change = (given: Values) => ({ ...given, created_at: write(new Date(String(given.created_at))) })
  return fault(name, clauseOf('created_at'), `created_at is ${what}.`, each(change))
}

/** By the place in the whole list, so that the same conversations are broken however they are paged. */
function everyNth(count: number) {
  return ({ index, query }: Place) => (query.offset + index + 1) % count === 0
}

function isLast({ index, size }: Place): boolean {
  return index === size - 1
}

function isLastOfDeep(place: Place): boolean {
  return isLast(place) && place.query.offset >= 2 * parameters.limit.default
}

function first(item: unknown) {
  return (list: readonly unknown[]) => (list.length > 0 ? [item, ...list.slice(1)] : list)
}

function camelCased(conversation: Values): Values {
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return Object.fromEntries(Object.entries(conversation).map(([name, value]) => [camel(name), value]))
}

function clauseOf(field: string): string {
  return `conversation-${kebabCase(field)}`
}
