import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** The bearer token, or a function that gives it, called before each attempt. */
export type Token = string | (() => string | Promise<string>)

/** Checks that a token can go into a header. It is in no message. */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[!-~]+$/.test(token)) return token
  throw new ChatConfigurationError('token must be a string of visible ASCII characters without spaces, and not empty')
}

/** Calls a token function, whose failure is one of the configuration. */
export async function askForToken(token: () => string | Promise<string>): Promise<string> {
  let answer: unknown
  try {
    answer = await token()
  } catch (cause) {
    throw new ChatConfigurationError('token could not be had: its function failed', { cause })
  }
  return checkToken(answer)
}
