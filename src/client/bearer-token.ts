import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** The bearer token, or a function that gives it, called before each attempt. */
export type Token = string | (() => string | Promise<string>)

/** Checks that a token can go into a header. No message shows it. */
export function checkToken(token: unknown): string {
  const problem = problemOf(token)
  if (problem) throw new ChatConfigurationError(`token ${problem}`)
  return token as string
}

function problemOf(token: unknown): string | undefined {
  if (!token) return 'is missing'
  if (typeof token !== 'string') return 'must be a string or a function'
  if (/^bearer\s/i.test(token)) return 'must come without the word Bearer'
  if (/[^!-~]/.test(token)) return 'must be visible ASCII characters, with no blank and no line end'
  return undefined
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
