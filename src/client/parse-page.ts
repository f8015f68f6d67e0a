import type { Conversation } from '../../generated/types.ts'
import { validateConversationList } from '../../generated/validators.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { type Answer, failure } from './failures.ts'
import type { Settings } from './settings.ts'
import { clip } from './show.ts'

/** The conversations of an answer's JSON, checked against the contract as the settings want it. */
export function parsePage(value: unknown, answer: Answer, { validate, onInvalid }: Settings): Conversation[] {
  const isArray = Array.isArray(value)
  if ((isArray && validate === 'off') || validateConversationList(value)) return value as Conversation[]
  const violations = validateConversationList.errors ?? []
  const places = violations.map(
    ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${Object.values(params)[0]}`,
  )
  const error = failure(
    ChatResponseError,
    answer,
    `answered ${answer.response.status} with a body that breaks the contract: ${clip(places.slice(0, 3).join('; '), 300)}`,
    { violations: violations.slice(0, 10) },
  )
  if (!isArray || validate === 'throw') throw error
  onInvalid(error)
  return value
}
