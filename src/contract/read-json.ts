import { type SchemaFacts, schemas } from '../../generated/facts.ts'
import { answerBounds } from './bounds.ts'

/** Names that the contract gives: others may be somebody's. */
const fieldNames = new Set(Object.values<SchemaFacts>(schemas).flatMap(({ fields }) => Object.keys(fields)))

/** How much a JSON text holds, told from its bytes before it is parsed. */
export interface Extent {
  /** Members of arrays and objects, about. */
  values: number
  /** How deep they are nested. */
  depth: number
}

const code = (character: string) => character.charCodeAt(0)
const [quote, backslash, comma] = [code('"'), code('\\'), code(',')]
const opening = new Set([code('['), code('{')])
const closing = new Set([code(']'), code('}')])

export function extentOf(bytes: Uint8Array): Extent {
  let values = 0
  let depth = 0
  let deepest = 0
  let isText = false
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number
    if (byte === quote) isText = !isText
    else if (isText) index += byte === backslash ? 1 : 0
    else if (byte === comma) values++
    else if (opening.has(byte)) {
      values++
      deepest = Math.max(deepest, ++depth)
    } else if (closing.has(byte)) depth--
  }
  return { values, depth: deepest }
}

interface Open {
  value: object
  depth: number
  /** JSON pointer of the item, or of its field when that is one of the contract: other names may be somebody's. */
  at: string
}

/**
 * Takes out of a value what is nested deeper than can be judged: code that calls itself would overflow on it.
 * Returns the pointer to the item or field that held it; undefined when nothing is too deep.
 */
export function cutDepth(root: unknown): string | undefined {
  let found: string | undefined
  const open: Open[] = isNested(root) ? [{ value: root, depth: 1, at: '' }] : []
  for (let each = open.pop(); each; each = open.pop()) {
    const { value, depth, at } = each
    const members = value as Record<string, unknown>
    for (const [name, member] of Object.entries(members)) {
      if (!isNested(member)) continue
      const isPlace = depth === 1 ? Array.isArray(value) : depth === 2 && at !== '' && fieldNames.has(name)
      const place = isPlace ? `${at}/${name}` : at
      if (depth < answerBounds.depth) open.push({ value: member, depth: depth + 1, at: place })
      else {
        members[name] = null
        found = place
      }
    }
  }
  return found
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
