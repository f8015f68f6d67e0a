import { encodingsOf } from '../http/encodings.ts'
import type { Outgoing } from './attempt.ts'

// What is shorter is no real token, and would be found in innocent words.
const shortest = 8

/** A part of a token that no text holds by chance: eight characters in a row, twelve where none is a digit. */
const parts = /(?=((?=.{0,7}\d).{8}|.{12}))/g

/** In lower case, without blanks, controls and the marks of escapes of URLs, JSON and markup. */
const bare = (text: string) => text.replace(/\\(u00)?|&#x|%(25)*|[^!-~]|;/gi, '').toLowerCase()

/**
 * Takes the token that a request was sent with out of what somebody else wrote. Nothing stays of a text that holds a part
 * of it, or holds it escaped, in base64 or in hexadecimal.
 */
export function hideToken(text: string, { headers }: Outgoing): string {
  const token = headers.authorization?.slice('Bearer '.length) ?? ''
  if (token.length < shortest) return text
  const rest = text.replaceAll(token, '[token]')
  const shown = bare(rest)
  const forms = [token, ...encodingsOf(token)]
  return [...bare(forms.join(' ')).matchAll(parts)].some(([, part = '']) => shown.includes(part)) ? '[token]' : rest
}

/** The cause itself; where it holds the token, an error with the same message, without the token. */
export function hideTokenInCause(cause: unknown, request: Outgoing): unknown {
  let text = ''
  try {
    for (let at = cause, depth = 0; at && depth < 5; at = (at as Error).cause, depth++) {
      text += at
      text += JSON.stringify(at)
    }
  } catch {
    // What can't be written as JSON isn't looked into.
  }
  return hideToken(text, request) === text ? cause : new Error(hideToken(String(cause), request))
}
