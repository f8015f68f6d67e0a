import { checkConversation } from '../../generated/client.ts'
import type { Conversation } from '../../generated/types.ts'
import { ChatResponseError, type Violation } from './errors/chat-response-error.ts'
import { type Answer, failure } from './failures.ts'
import type { Settings } from './settings.ts'

/** The conversations of an answer's JSON, checked against the contract as the settings want it. */
export function parsePage(value: unknown, answer: Answer, { validate, onInvalid }: Settings): Conversation[] {
  const isArray = Array.isArray(value)
  const violations: Violation[] = isArray ? [] : [{ instancePath: '', expected: 'an array' }]
  if (isArray && validate !== 'off') {
    for (const [index, item] of value.entries()) {
      checkConversation(item, (place, expected) => violations.push({ instancePath: `/${index}${place}`, expected }))
    }
  }
  if (!violations.length) return value as Conversation[]
  const places = violations
    .slice(0, 3)
    .map(({ instancePath, expected }) => `${instancePath || 'it'} must be ${expected}`)
  const error = failure(ChatResponseError, answer, ` with a body that breaks the contract: ${places.join('; ')}`, {
    violations: violations.slice(0, 10),
  })
  if (!isArray || validate === 'throw') throw error
  onInvalid(error)
  return value as Conversation[]
}
