import { violationsOfConversationList } from '../../generated/list-check.ts'
import type { Conversation } from '../../generated/types.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { type Answer, failure } from './failures.ts'
import type { Settings } from './settings.ts'
import { clip } from './show.ts'

/** The conversations of an answer's JSON, checked against the contract as the settings want it. */
export function parsePage(value: unknown, answer: Answer, { validate, onInvalid }: Settings): Conversation[] {
  const isArray = Array.isArray(value)
  const violations = isArray && validate === 'off' ? [] : violationsOfConversationList(value, 10)
  if (violations.length === 0) return value as Conversation[]
  const places = violations.map(
    ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${Object.values(params)[0]}`,
  )
  const error = failure(
    ChatResponseError,
    answer,
    `answered ${answer.response.status} with a body that breaks the contract: ${clip(places.slice(0, 3).join('; '), 300)}`,
    { violations },
  )
  if (!isArray || validate === 'throw') throw error
  onInvalid(error)
  return value as Conversation[]
}
