import type { Conversation } from '../../generated/types.ts'
import { validateConversationList } from '../../generated/validators.ts'
import type { Answer } from './answer.ts'
import { responseError } from './failures.ts'
import { parseJson } from './parse-json.ts'
import type { Settings } from './settings.ts'
import { clip } from './show.ts'

/** As many broken rules as an error keeps, and as many as its message names. */
const kept = 10
const named = 3

/** The conversations of an answer, checked against the contract. */
export function parsePage(
  answer: Answer,
  { validate, onInvalid }: Pick<Settings, 'validate' | 'onInvalid'>,
): Conversation[] {
  const value = parseJson(answer)
  if (validate === 'off' && Array.isArray(value)) return value
  if (validateConversationList(value)) return value
  const violations = validateConversationList.errors ?? []
  const places = violations.slice(0, named).map(({ instancePath, keyword, params }) => {
    return `${instancePath || 'the whole'} (${keyword} ${Object.values(params)[0]})`
  })
  const more = violations.length > named ? ` and ${violations.length - named} more` : ''
  const problem = clip(`with a body that breaks the contract at ${places.join(', ')}${more}`, 500)
  const error = responseError(answer, problem, { violations: violations.slice(0, kept) })
  if (validate === 'throw' || !Array.isArray(value)) throw error
  onInvalid(error)
  return value
}
