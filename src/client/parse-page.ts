import { checkConversation } from '../../generated/client.ts'
import type { Conversation } from '../../generated/types.ts'
import { ChatResponseError, type Violation } from './errors/chat-response-error.ts'
import { type FinalResponse, failure } from './failures.ts'
import type { Settings } from './settings.ts'

/** The conversations of an answer's JSON, checked against the contract as the settings want it. */
export function parsePage(value: unknown, answer: FinalResponse, { validate, onInvalid }: Settings): Conversation[] {
  const violations = violationsOf(value, validate === 'off')
  if (violations.length) {
    const rules = violations.map(({ instancePath, expected }) => `${instancePath || 'it'} must be ${expected}`)
    const more = rules.splice(3).length
    const words = ` with a body that breaks the contract: ${rules.join('; ')}${more ? ` and ${more} more` : ''}`
    const error = failure(ChatResponseError, answer, words, { violations })
    // What is no list of objects can't be walked, whatever the settings say.
    const isList = !violations.some(({ instancePath }) => /^(\/\d+)?$/.test(instancePath))
    if (!isList || validate === 'throw') throw error
    onInvalid(error)
  }
  return value as Conversation[]
}

/** What is expected where `null` came in place of a list. */
export const notNull = 'an array, not null'

/** Each rule that is broken, where it is broken first; with `shapeOnly`, no rule of an object's fields. */
function violationsOf(value: unknown, shapeOnly: boolean): Violation[] {
  if (!Array.isArray(value)) return [{ instancePath: '', expected: value === null ? notNull : 'an array' }]
  const violations = new Map<string, Violation>()
  for (const [index, item] of value.entries()) {
    if (shapeOnly && typeof item === 'object' && item && !Array.isArray(item)) continue
    checkConversation(item, (place, expected) => {
      const rule = place + expected
      if (!violations.has(rule)) violations.set(rule, { instancePath: `/${index}${place}`, expected })
    })
  }
  return [...violations.values()]
}
