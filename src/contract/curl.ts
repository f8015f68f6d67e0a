import { shellQuoted } from '../text/shell-words.ts'
import type { Exchange } from './exchange.ts'

type Repeated = Pick<Exchange, 'method' | 'url' | 'authorization'> & { headers?: Readonly<Record<string, string>> }

/** A line for a shell that sends the same request again. Tokens stand in it as environment variables. */
export function curlLine({ method, url, authorization, headers = {} }: Repeated): string {
  const parts = ['curl', '--include']
  if (method !== 'GET') parts.push('--request', method)
  if (authorization !== null) parts.push('--header', quote(`Authorization: ${authorization}`))
  for (const [name, value] of Object.entries(headers)) parts.push('--header', shellQuoted(`${name}: ${value}`))
  parts.push(quote(url))
  return parts.join(' ')
}

/** Double quotes where the shell is to fill in a token; single quotes, in which it fills in nothing, everywhere else. */
function quote(text: string): string {
  if (!token.test(text)) return shellQuoted(text)
  const parts = text.split(new RegExp(token, 'g')).map((part) => part.replace(/["\\`$]/g, '\\$&'))
  const tokens = text.match(new RegExp(token, 'g')) ?? []
  return `"${parts.map((part, index) => part + (tokens[index] ?? '')).join('')}"`
}

/** A token as exchanges show it: a variable of the shell, maybe with its end cut off. */
const token = /\$\{OPENCOPILOT_(?:OTHER_)?TOKEN(?:%\?+)?\}/
