import { segmentsOf } from '../../src/contract/json-pointer.ts'
import { type Contract, pointerSegment, resolve } from '../generate/contract.ts'
import { unfollowed } from './constraints.ts'

/** Where something stands once references are followed, and the keyword of it that is meant. */
export interface Location {
  pointer: string
  keyword?: string
  /** What stands there; undefined where nothing does. */
  value?: unknown
}

type Node = { $ref?: string } & Record<string, unknown>

/** Keywords whose values are no things of their own. */
const ownKeywords = new Set(['required', 'enum', 'type', 'tags', 'security', ...unfollowed])

/** Parts that map names to things, so that no name is taken for a keyword. */
const maps = new Set([
  'paths',
  'components',
  'schemas',
  'responses',
  'parameters',
  'headers',
  'links',
  'examples',
  'content',
  'requestBodies',
  'securitySchemes',
  'properties',
  'patternProperties',
  '$defs',
])

/**
 * Follows a pointer that goes through references, as redocly diff writes them, to where the thing stands.
 *
 * @param property The keyword that is meant, where the pointer leads to its owner.
 */
export function locate(path: string, contract: Contract, property?: string): Location {
  const segments = segmentsOf(path)
  const last = segments.length - 1
  let at = { node: contract as unknown as Node, pointer: '#' }
  let isName = false
  for (const [index, segment] of segments.entries()) {
    const isKeyword = ownKeywords.has(segment) || segment.startsWith('x-')
    if (!isName && (isKeyword || (segment === 'additionalProperties' && index === last))) {
      return keywordOf(contract, at, segment)
    }
    if (segment === '$ref') {
      at = resolve(contract, { $ref: at.node?.$ref } as Node, at.pointer)
      continue
    }
    at = owner(contract, at, segment)
    at = { node: at.node[segment] as Node, pointer: `${at.pointer}/${pointerSegment(segment)}` }
    isName = !isName && maps.has(segment) && index < last
  }
  if (property) return keywordOf(contract, at, property)
  // A parameter has no name where it stands, only a number that another one may take.
  const isParameter = segments.at(-2) === 'parameters'
  return {
    pointer: isParameter && at.node ? resolve(contract, at.node, at.pointer).pointer : at.pointer,
    value: at.node,
  }
}

function keywordOf(contract: Contract, at: { node: Node; pointer: string }, keyword: string): Location {
  const { node, pointer } = owner(contract, at, keyword)
  return { pointer, keyword, value: node[keyword] }
}

/** The node itself where it has the keyword, or what it refers to. */
function owner(contract: Contract, at: { node: Node; pointer: string }, keyword: string) {
  if (at.node?.[keyword] !== undefined) return at
  return at.node ? resolve(contract, at.node, at.pointer) : { ...at, node: {} as Node }
}
