import { ChatResponseError } from './errors/chat-response-error.ts'
import { type Answer, failure } from './failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The body as JSON: UTF-8, with or without a byte order mark. Throws a ChatResponseError where it isn't. */
export function parseJson(answer: Answer): unknown {
  let found = 'not UTF-8'
  try {
    const text = utf8.decode(answer.bytes)
    found = /^\s*</.test(text) ? 'HTML' : text ? 'not whole JSON' : 'empty'
    return JSON.parse(text)
  } catch {
    // An engine's own message quotes the body, which may be somebody's words.
    const cause = new SyntaxError(found)
    throw failure(ChatResponseError, answer, ` with a body that is ${found}`, { cause })
  }
}
