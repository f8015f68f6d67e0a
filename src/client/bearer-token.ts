import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** The bearer token, or a function that gives it, called before each attempt. */
export type Token = string | (() => string | Promise<string>)

/** Checks that a token can go into a header. It is in no message. */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[!-~]+$/.test(token)) return token
  throw new ChatConfigurationError('token must be one or more visible ASCII characters')
}

/** The token, whose function may fail: that is a wrong configuration. */
export async function askForToken(token: Token): Promise<string> {
  let answer: unknown
  try {
    answer = typeof token === 'function' ? await token() : token
  } catch (cause) {
    throw new ChatConfigurationError('token function failed', { cause })
  }
  return checkToken(answer)
}
