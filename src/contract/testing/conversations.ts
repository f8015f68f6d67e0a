import { operations, schemas } from '../../../generated/facts.ts'
import type { Conversation } from '../../../generated/types.ts'
import documented from '../../../openapi/examples/documented.json' with { type: 'json' }
import type { Exchange, Item } from '../exchange.ts'

const [{ summary: _, ...sample }] = documented.value as [Conversation]

/** A conversation that keeps the contract, without a handoff. What the contract gains is as in its own sample. */
export function conversation(id: string, changes: Record<string, unknown> = {}): Conversation {
  return {
    ...sample,
    id,
    copilot_id: 'acme',
    created_at: '2024-06-03T11:57:48.000Z',
    channel: 'web',
    classification: 'GENERAL',
    assignee_id: 'copilot',
    handoff: false,
    handoff_sentiment: null,
    status: 'OPEN',
    meta: null,
    action_called: 0,
    total_messages: 1,
    ...changes,
  }
}

/** Conversations by id, each a minute younger than the one before. */
export const minuteByMinute = (...ids: string[]): Conversation[] =>
  ids.map((id, minute) => conversation(id, { created_at: new Date(Date.UTC(2024, 5, 3, 12, minute)).toISOString() }))

/** What is checked of a server that a test makes up: it has no other operation. */
export const listOnly = { operations: [operations.listConversations.id] }

/** What goes out to ask for the list. */
export const listRequest = { operation: operations.listConversations, path: { organization_id: 'acme' } }

/** An exchange in which a list came back. */
export function listExchange(sequence: number, conversations: unknown, query: Exchange['query'] = []): Exchange {
  return {
    sequence,
    method: 'GET',
    url: 'https://chat.example/backend/chat/acme',
    ...listRequest,
    query,
    authorization: 'Bearer made-up',
    wellFormed: true,
    duration: 1,
    answer: {
      status: 200,
      headers: new Headers(),
      text: JSON.stringify(conversations),
      json: conversations,
      byteOrderMark: false,
    },
  }
}

/** A conversation as the clauses see it. */
export const item = (id: string, changes: Record<string, unknown> = {}): Item => ({
  id,
  values: { ...conversation(id, changes) },
  schema: schemas.Conversation,
})
