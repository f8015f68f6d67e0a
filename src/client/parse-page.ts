import { checkConversation } from '../../generated/client.ts'
import type { Conversation } from '../../generated/types.ts'
import { ChatResponseError, type Violation } from './errors/chat-response-error.ts'
import { type Answer, failure } from './failures.ts'
import type { Settings } from './settings.ts'

/** The conversations of an answer's JSON, checked against the contract as the settings want it. */
export function parsePage(value: unknown, answer: Answer, { validate, onInvalid }: Settings): Conversation[] {
  const violations = violationsOf(value)
  // What is no list of objects can't be walked, whatever the settings say.
  const isList = !violations.some(({ instancePath }) => /^(\/\d+)?$/.test(instancePath))
  if (!violations.length || (isList && validate === 'off')) return value as Conversation[]
  const rules = violations.map(({ instancePath, expected }) => `${instancePath || 'it'} must be ${expected}`)
  const shown = rules.slice(0, 3).join('; ')
  const more = rules.length > 3 ? ` and ${rules.length - 3} more` : ''
  const error = failure(ChatResponseError, answer, ` with a body that breaks the contract: ${shown}${more}`, {
    violations,
  })
  if (!isList || validate === 'throw') throw error
  onInvalid(error)
  return value as Conversation[]
}

/** Each rule that is broken, where it is broken first. */
function violationsOf(value: unknown): Violation[] {
  if (!Array.isArray(value)) return [{ instancePath: '', expected: 'an array' }]
  const violations = new Map<string, Violation>()
  for (const [index, item] of value.entries()) {
    checkConversation(item, (place, expected) => {
      const rule = place + expected
      if (!violations.has(rule)) violations.set(rule, { instancePath: `/${index}${place}`, expected })
    })
  }
  return [...violations.values()]
}
