import type { Check, Finding } from '../clause.ts'
import { type Answer, describe, type Exchange } from '../exchange.ts'
import { sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'

/**
 * What is wrong with the answer to a request that has no right to any conversation. Any 4xx with any body is fine,
 * so long as it carries no conversation.
 */
export function refusalFindings(exchange: Exchange, check: Check): Finding[] {
  const { answer } = exchange
  if (answer && isRefusal(answer, check)) return []
  const redirected = answer !== undefined && answer.status >= 300 && answer.status < 400
  const words = redirected ? `${answer.status}, a redirect` : describe(exchange)
  const inside = answer && !Array.isArray(answer.json) && carriesConversations(answer, check)
  return [
    {
      expected: 'a refusal: 401, or another 4xx',
      actual: inside ? `${words}, and conversations in the body` : words,
      exchanges: [exchange],
    },
  ]
}

/** Whether an answer is a 4xx that gives no conversation away. */
export const isRefusal = (answer: Answer, check: Check): boolean =>
  answer.status >= 400 && answer.status < 500 && !carriesConversations(answer, check)

/** Whether a body of any form holds a conversation: seen by two fields that only a conversation has, or by an id that was listed. */
function carriesConversations({ text = '' }: Answer, check: Check): boolean {
  if (/\bcopilot_id["']?\s*:/.test(text) && /\b(?:created_at|assignee_id|handoff)["']?\s*:/.test(text)) return true
  return sightingsOf(ownLists(check)).some(
    ({ conversation: { id } }) => typeof id === 'string' && id.length >= 16 && text.includes(id),
  )
}
