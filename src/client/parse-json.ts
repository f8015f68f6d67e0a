import type { Answer } from './answer.ts'
import { responseError } from './failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The body as JSON: UTF-8, with or without a byte order mark. Rejects what isn't with a ChatResponseError. */
export function parseJson(answer: Answer): unknown {
  const { bytes } = answer
  if (bytes.byteLength === 0) throw responseError(answer, 'with an empty body')
  let text = ''
  try {
    text = utf8.decode(bytes)
    return JSON.parse(text)
  } catch (cause) {
    // An engine's message quotes the body, which may be somebody's words: only the place is kept.
    const place = /position \d+|line \d+ column \d+/.exec(String(cause))?.[0] ?? 'the end or an unknown place'
    const found = !text ? "isn't UTF-8" : text.trimStart().startsWith('<') ? 'is HTML, not JSON' : "isn't whole JSON"
    throw responseError(answer, `with a body that ${found}`, { cause: new SyntaxError(`malformed at ${place}`) })
  }
}
