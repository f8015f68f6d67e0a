import { endsAsJson, endsEarly } from '../http/json-ends.ts'
import { lightOf } from '../http/light.ts'
import { ChatConnectionError } from './errors/chat-connection-error.ts'
import { ChatResponseError } from './errors/chat-response-error.ts'
import { type FinalResponse, failure } from './failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The body as JSON: UTF-8, with or without a byte order mark. Throws a ChatConnectionError where it ends too early, as it
 * does without a word where a connection is lost that was to tell the end by closing; else a ChatResponseError.
 */
export function parseJson(answer: FinalResponse): unknown {
  const { bytes, response } = answer
  try {
    return JSON.parse((lightOf(response) ?? utf8).decode(bytes))
  } catch {
    const text = new TextDecoder().decode(bytes)
    const isHtml = /^\s*</.test(text) && !endsAsJson(text)
    const found = isHtml ? 'HTML' : !text ? 'empty' : text.includes('\ufffd') ? 'not UTF-8' : 'no JSON'
    // An engine's own message quotes the body, which may be somebody's words.
    const cause = new SyntaxError(found)
    if (text ? !isHtml && endsEarly(text) : isCutShort(response)) {
      throw failure(ChatConnectionError, answer, ' with JSON that ends too early', { cause })
    }
    throw failure(ChatResponseError, answer, ` with a body that is ${found}`, { cause })
  }
}

/** Whether an empty body may be a lost connection: its length wasn't announced. */
const isCutShort = ({ status, headers }: Response) =>
  status === 200 && !headers.get('content-length') && !headers.get('transfer-encoding')
