import type { OperationFacts } from '../../../generated/facts.ts'
import type { Check, Finding } from '../clause.ts'
import { type Answer, describe, type Exchange } from '../exchange.ts'
import { itemOf } from '../operation.ts'
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

/** Whether a body of any form holds an item: seen by fields that only such an item has, or by an id that was listed. */
function carriesConversations({ text = '' }: Answer, check: Check): boolean {
  if (hasFieldsOf(check.operation, text)) return true
  return sightingsOf(ownLists(check)).some(
    ({ item: { id } }) => typeof id === 'string' && id.length >= 16 && text.includes(id),
  )
}

/** So many fields of an item, by their names, make out an item. Names without an underscore are words of any error. */
const tellingFields = 2

function hasFieldsOf(operation: OperationFacts, text: string): boolean {
  const names = Object.keys(itemOf(operation)?.schema.fields ?? {}).filter((name) => name.includes('_'))
  const found = names.filter((name) => new RegExp(`\\b${name}["']?\\s*:`).test(text))
  return found.length >= tellingFields
}
