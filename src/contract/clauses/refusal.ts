import type { Finding } from '../clause.ts'
import { type Answer, describe, type Exchange } from '../exchange.ts'

/**
 * What is wrong with the answer to a request that has no right to any conversation. Any 4xx with any body is fine,
 * so long as it carries no conversation.
 */
export function refusalFindings(exchange: Exchange, expected = 'a refusal: 401, or another 4xx'): Finding[] {
  const { answer } = exchange
  const carries = answer !== undefined && carriesConversations(answer)
  const refused = answer !== undefined && answer.status >= 400 && answer.status < 500
  if (refused && !carries) return []
  const redirected = answer !== undefined && answer.status >= 300 && answer.status < 400
  const words = redirected ? `${answer.status}, a redirect` : describe(exchange)
  return [
    {
      expected,
      actual: carries && !Array.isArray(answer.json) ? `${words}, and conversations in the body` : words,
      exchanges: [exchange],
    },
  ]
}

/** Whether a body of any form holds a conversation, seen by the field that nothing else has. */
export const carriesConversations = ({ text }: Answer): boolean => /\bcopilot_id["']?\s*:\s*["']/.test(text ?? '')
