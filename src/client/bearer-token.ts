import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** The bearer token, or a function that gives it, called before each attempt. */
export type Token = string | (() => string | Promise<string>)

/** Checks that a token can go into a header. It is in no message. */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[!-~]+$/.test(token)) return token
  throw new ChatConfigurationError('token must be a string of visible ASCII characters without spaces, and not empty')
}

/** The token for an attempt. */
export async function readToken(token: Token): Promise<string> {
  if (typeof token === 'string') return token
  try {
    return checkToken(await token())
  } catch (cause) {
    throw cause instanceof ChatConfigurationError
      ? cause
      : new ChatConfigurationError('token could not be had: its function failed', { cause })
  }
}
