import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import type { SandboxOptions, Seams } from '../sandbox/index.ts'
import type { Oddity } from './fault.ts'

const { parameters } = operations.listConversations

/** Conversations that are unlike the usual ones, and right. */
export const dataOddities: readonly Oddity[] = [
  holding('empty-organization', 'There are no conversations.', { conversations: 0, otherConversations: 0 }),
  holding('empty-other-organization', 'Only the other organization has conversations.', {
    conversations: 0,
    otherConversations: 23,
  }),
  holding('one-conversation', 'There is one conversation.', { conversations: 1 }),
  holding('two-conversations', 'There are two conversations.', { conversations: 2 }),
  holding('exactly-one-page', 'There are as many conversations as a page has by default.', {
    conversations: parameters.limit.default,
  }),
  holding('one-more-than-a-page', 'There is one conversation more than a page has by default.', {
    conversations: parameters.limit.default + 1,
  }),
  holding('exactly-two-pages', 'There are twice as many conversations as a page has by default.', {
    conversations: 2 * parameters.limit.default,
  }),
  holding('many-conversations', 'There are several hundred conversations.', { conversations: 730 }),
  shaped('more-fields', 'A conversation has more fields than are listed.', (one) => ({
    ...one,
    updated_at: one.created_at,
    is_notification_enabled: true,
    last_message: null,
    unlisted_labels: ['a', { b: 1 }],
  })),
  shaped('lower-case-statuses', 'Statuses are in lower case.', (one) => ({ ...one, status: one.status.toLowerCase() })),
  shaped('capitalized-values', 'Channels and sentiments are capitalized.', (one) => ({
    ...one,
    channel: capitalized(one.channel),
    handoff_sentiment: one.handoff_sentiment && capitalized(one.handoff_sentiment),
  })),
  shaped('microseconds', 'Times have microseconds.', (one, index) => ({
    ...one,
    created_at: one.created_at.replace('Z', `${String((index * 37) % 1_000).padStart(3, '0')}Z`),
  })),
  shaped('times-with-offset', 'Times have an offset in place of Z.', (one) => ({
    ...one,
    created_at: shifted(one.created_at, 2, '+02:00'),
  })),
  shaped('times-with-many-offsets', 'Times have different offsets, and are sorted by the moment.', (one, index) => ({
    ...one,
    created_at: shifted(one.created_at, index % 12, `+${String(index % 12).padStart(2, '0')}:00`),
  })),
  shaped('times-without-fraction', 'Times are in whole seconds.', (one) => ({
    ...one,
    created_at: one.created_at.replace(/\.\d+Z/, 'Z'),
  })),
  shaped('mixed-fractions', 'Times have as many digits as they need.', (one, index) => ({
    ...one,
    created_at: one.created_at.replace(/\.(\d+)Z/, index % 2 ? '.$1Z' : '.$1000Z'),
  })),
  shaped('equal-times', 'All conversations were created at the same time.', (one) => ({
    ...one,
    created_at: '2024-06-03T11:57:48.000Z',
  })),
  shaped('equal-days', 'Times are those of their day.', (one) => ({
    ...one,
    created_at: `${one.created_at.slice(0, 10)}T00:00:00.000Z`,
  })),
  shaped('equal-numbers', 'All numbers are equal.', (one) => ({ ...one, total_messages: 0, action_called: 0 })),
  shaped('large-numbers', 'Numbers are large.', (one, index) => ({
    ...one,
    total_messages: 9_007_199_254_740_000 + index,
  })),
  shaped(
    'summary-absent',
    'Without a handoff the summary is absent.',
    ({ summary, ...one }) => (one.handoff ? { ...one, summary } : one) as Conversation,
  ),
  shaped('summary-null', 'Without a handoff the summary is null.', (one) => ({ ...one, summary: one.summary ?? null })),
  shaped('no-handoff', 'No conversation was handed off.', (one) => ({
    ...one,
    handoff: false,
    handoff_sentiment: null,
    summary: null,
  })),
  shaped('all-handoffs', 'Every conversation was handed off.', (one) => ({
    ...one,
    handoff: true,
    handoff_sentiment: 'neutral',
    summary: 'A customer asks.',
  })),
  shaped('handoffs-without-summary', 'Handoffs have neither a summary nor a sentiment yet.', (one) => ({
    ...one,
    summary: null,
    handoff_sentiment: null,
  })),
  shaped(
    'handoffs-summary-absent',
    'Handoffs have no summary, and some have no sentiment.',
    ({ summary: _, ...one }, index) => ({ ...one, handoff_sentiment: index % 2 ? null : one.handoff_sentiment }),
  ),
  shaped('number-ids', 'Ids are numbers as text.', (one, index) => ({
    ...one,
    id: String(1_000 + ((index * 7) % 1_009)),
  })),
  shaped('short-ids', 'Ids are short, and differ in case.', (one, index) => ({
    ...one,
    id: `${index % 2 ? 'c' : 'C'}_${Math.floor(index / 2).toString(36)}`,
  })),
  shaped('unusual-ids', 'Ids have spaces, slashes and letters beyond ASCII.', (one, index) => ({
    ...one,
    id: `ü/${index} ?#%`,
  })),
  shaped('empty-texts', 'Classifications are empty.', (one) => ({ ...one, classification: '' })),
  shaped('long-texts', 'A summary is as long as a book chapter.', (one) =>
    one.handoff ? { ...one, summary: 'Long. '.repeat(2_000) } : one,
  ),
  shaped('speaking-texts', 'Texts speak of errors, statements and stack traces.', (one) => ({
    ...one,
    classification: 'SQL_ERROR',
    ...(one.handoff && {
      summary: 'Customer pasted: TypeError at foo (/srv/app.js:1:2); SELECT * FROM users; syntax error at or near ";"',
    }),
  })),
  shaped('nested-meta', 'Metadata is deep.', (one) => ({
    ...one,
    meta: { title: null, deep: { list: [1, [2, { three: '3' }]] } },
  })),
  arriving('arrivals-at-the-end', 'Conversations arrive while they are read, each newer than all.', (count) => ({
    created_at: new Date(Date.UTC(2030, 0, 1) + count * 1_000).toISOString(),
  })),
  arriving(
    'arrivals-all-the-time',
    'With every request a conversation arrives, in an organization that has few.',
    (count) => ({ created_at: new Date(Date.UTC(2030, 0, 1) + count * 1_000).toISOString() }),
    { every: 1, conversations: 9 },
  ),
  {
    name: 'deletions-now-and-then',
    summary: 'Every seventeenth request finds one conversation less.',
    sandbox: { seed: 'deletions', own: true },
    deletes: true,
    seams: {
      receive: async ({ number, organizations: [organization], store }) => {
        const conversation = organization?.conversations[(number * 7) % organization.conversations.length]
        if (number % 17 === 0 && organization && conversation) await store.remove(organization.id, [conversation.id])
        return undefined
      },
    },
  },
  {
    name: 'reassigned-and-back',
    summary: 'With every third request a conversation is assigned to somebody, or back to the copilot.',
    sandbox: { seed: 'reassigned' },
    seams: () => {
      const assigned = new Map<string, string>()
      let count = 0
      return {
        respond: (reply) => {
          count += 1
          return reply
        },
        conversation: (conversation, { index }) => {
          const before = assigned.get(conversation.id) ?? conversation.assignee_id
          if (count % 3 === 0 && index === count % 7) {
            assigned.set(conversation.id, before === 'copilot' ? 'a-colleague' : 'copilot')
          }
          return { ...conversation, assignee_id: before }
        },
      }
    },
  },
]

function holding(name: string, summary: string, sandbox: SandboxOptions): Oddity {
  return { name, summary, sandbox: { seed: name, ...sandbox } }
}

function shaped(name: string, summary: string, shape: SandboxOptions['shape'] & {}): Oddity {
  return { name, summary, sandbox: { seed: name, shape } }
}

/** Every so many requests find one conversation more. */
function arriving(
  name: string,
  summary: string,
  change: (count: number) => Partial<Conversation>,
  { every = 14, ...sandbox }: SandboxOptions & { every?: number } = {},
): Oddity {
  const seams = (): Seams => {
    let count = 0
    return {
      receive: async ({ number, organizations: [organization], store }) => {
        const model = organization?.conversations[Math.floor(organization.conversations.length / 2)]
        if (number % every || !model) return undefined
        count += 1
        await store.add([{ ...model, ...change(count), id: `arrival-${count}` }])
        return undefined
      },
    }
  }
  return { name, summary, sandbox: { seed: name, own: true, ...sandbox }, seams }
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function shifted(time: string, hours: number, offset: string): string {
  return new Date(Date.parse(time) + hours * 3_600_000).toISOString().replace('Z', offset)
}
