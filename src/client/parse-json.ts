import { ChatResponseError } from './errors/chat-response-error.ts'
import { type Answer, failure } from './failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The body as JSON: UTF-8, with or without a byte order mark. Throws a ChatResponseError where it isn't. */
export function parseJson(answer: Answer): unknown {
  let text: string | undefined
  try {
    text = utf8.decode(answer.bytes)
    return JSON.parse(text)
  } catch (cause) {
    // An engine's own message quotes the body, which may be somebody's words: only the place is kept.
    const place = /position \d+|line \d+ column \d+/.exec(String(cause))?.[0] ?? 'end'
    const found = text === undefined ? 'no UTF-8' : !text ? 'empty' : /^\s*</.test(text) ? 'HTML' : 'no whole JSON'
    throw failure(ChatResponseError, answer, `answered ${answer.response.status} with a body that is ${found}`, {
      cause: new SyntaxError(`unexpected at ${place}`),
    })
  }
}
