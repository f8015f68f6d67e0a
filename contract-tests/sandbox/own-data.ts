import { readFile } from 'node:fs/promises'
import type { Conversation } from '../../generated/types.ts'
import { type Violation, validateConversationList } from '../../generated/validators.ts'
import { fields, organizationOf } from './fields.ts'

/**
 * Reads conversations from a JSON file: an array of them, each valid by the contract.
 *
 * @throws Error with one line that names the file, the index and the rule that is broken.
 */
export async function readConversations(file: string): Promise<Conversation[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} can't be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`)
  })
  const problem = (message: string) => new Error(`${file}: ${message}`)
  const value = parse(decode(bytes, problem), problem)
  if (!Array.isArray(value)) throw problem('must be an array of conversations')
  if (!validateConversationList(value)) throw problem(describe(validateConversationList.errors?.[0]))
  const ids = new Set<string>()
  for (const [index, conversation] of value.entries()) {
    const broken = brokenRule(conversation, ids)
    if (broken) throw problem(`conversation ${index}: ${broken}`)
    ids.add(key(conversation))
  }
  return value
}

/** The rules that a JSON Schema doesn't say: of the whole list, of two fields together, and of the database. */
function brokenRule(conversation: Conversation, ids: ReadonlySet<string>): string | undefined {
  const values: Record<string, unknown> = conversation
  if (ids.has(key(conversation))) return '/id occurs twice in the same organization'
  for (const [name, { availableWhen }] of Object.entries(fields)) {
    if (availableWhen && values[availableWhen] !== true && values[name] != null) {
      return `/${name} must be absent or null unless ${availableWhen} is true`
    }
  }
  // PostgreSQL holds neither; in JSON text both are written as escapes.
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(conversation))
    ? "holds a character U+0000 or half of a surrogate pair, which PostgreSQL can't store"
    : undefined
}

const key = (conversation: Conversation) => JSON.stringify([organizationOf(conversation), conversation.id])

function describe(violation: Violation | undefined): string {
  const [, index, ...path] = violation?.instancePath.split('/') ?? []
  const rule = `${violation?.keyword} ${JSON.stringify(violation?.params)}`
  return `conversation ${index}: /${path.join('/')} breaks the contract's ${rule}`
}

/** UTF-8, with or without a byte order mark; what else Windows tools write is named. */
function decode(bytes: Uint8Array, problem: (message: string) => Error): string {
  // Its mark, or without one the bracket that a JSON array begins with, in two bytes.
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0) {
    throw problem('is UTF-16: save it as UTF-8')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw problem('is not UTF-8')
  }
}

function parse(text: string, problem: (message: string) => Error): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem('is not JSON')
  }
}
