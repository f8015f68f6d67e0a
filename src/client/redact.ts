import type { Outgoing } from './attempt.ts'

// What is shorter is no real token, and would be found in innocent words.
const shortest = 8

/** Takes the token that a request was sent with out of what somebody else wrote. */
export function redact(text: string, { headers }: Outgoing): string {
  const token = headers.authorization?.slice('Bearer '.length) ?? ''
  return token.length < shortest ? text : text.replaceAll(token, '[token]')
}

/** The cause itself; or, should it hold the token, only what it says, without. */
export function redactCause(cause: unknown, request: Outgoing): unknown {
  let text = ''
  try {
    for (let at = cause, depth = 0; at && depth < 5; at = (at as Error).cause, depth++) {
      text += at
      text += JSON.stringify(at)
    }
  } catch {
    // What can't be written as JSON isn't looked into.
  }
  return redact(text, request) === text ? cause : new Error(redact(String(cause), request))
}
