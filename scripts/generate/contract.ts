import { bundle, createConfig } from '@redocly/openapi-core'
import { valueAt } from '../../src/contract/json-pointer.ts'
import type { Evidence } from './shapes.ts'
import { requireUsableNames, requireWellFormed } from './well-formed.ts'

/** A schema of the contract, with the extensions that the contract gives a meaning. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  default?: unknown
  enum?: unknown[]
  const?: unknown
  example?: unknown
  examples?: unknown[]
  required?: string[]
  items?: Schema
  properties?: Record<string, Schema>
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  'x-extensible-enum'?: string[]
  'x-available-when'?: string
  'x-equals-parameter'?: string
  'x-evidence'?: Evidence
  'x-evidence-of'?: Record<string, Evidence>
}

/** What parameters, responses, headers and security schemes have in common: words and their strength. */
export interface Statement {
  $ref?: string
  description?: string
  'x-evidence'?: Evidence
  'x-evidence-of'?: Record<string, Evidence>
}

export interface Parameter extends Statement {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  example?: unknown
  schema: Schema
}

export interface Header extends Statement {
  required?: boolean
  schema: Schema
}

/** Where another operation's answer holds a value for a path parameter. */
export interface Link {
  $ref?: string
  operationId?: string
  parameters?: Record<string, unknown>
}

export interface Response extends Statement {
  headers?: Record<string, Header>
  content?: Record<string, { schema: Schema }>
  links?: Record<string, Link>
}

export interface Operation extends Statement {
  operationId: string
  summary?: string
  parameters?: Parameter[]
  requestBody?: object
  responses: Record<string, Response>
  /** The ways to authenticate, in place of the contract's own. */
  security?: Record<string, string[]>[]
  /** The parameters and the fields of an item that make the answer a list, by the part that they play. */
  'x-list'?: Record<string, string>
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

export type PathItem = { [M in (typeof methods)[number]]?: Operation } & { parameters?: Parameter[]; $ref?: string }

export interface Contract {
  info: { title: string; version: string; description?: string }
  servers?: { url: string }[]
  security?: Record<string, string[]>[]
  paths: Record<string, PathItem>
  components: {
    schemas: Record<string, Schema>
    securitySchemes: Record<string, Statement & { type: string; scheme: string }>
    [kind: string]: Record<string, unknown>
  }
}

/** An operation with the place at which it stands. */
export interface Located {
  operation: Operation
  method: (typeof methods)[number]
  path: string
  pointer: string
  /** Its own parameters and those of its path, references followed. */
  parameters: { node: Parameter; pointer: string }[]
}

/** Every operation of the contract, in its order. Throws where one has no name, or two have the same. */
export function operationsOf(contract: Contract): Located[] {
  const found = Object.entries(contract.paths ?? {}).flatMap(([path, item]) => {
    const pointer = `#/paths/${pointerSegment(path)}`
    if (item.$ref) throw new Error(`${pointer} refers to ${item.$ref}: a path is written in place, or in another file`)
    return methods.flatMap((method) => {
      const operation = item[method]
      return operation ? [locate(contract, item, { operation, method, path, pointer: `${pointer}/${method}` })] : []
    })
  })
  const names = found.map(({ operation, pointer }) => {
    if (!operation.responses) throw new Error(`${pointer} has no responses`)
    if (operation.operationId) return operation.operationId
    throw new Error(`${pointer} has no operationId, by which types and facts call it`)
  })
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice) throw new Error(`Two operations have the operationId ${twice}`)
  if (found.length === 0) throw new Error('The contract has no operation')
  return found
}

function locate(contract: Contract, item: PathItem, place: Omit<Located, 'parameters'>): Located {
  const { operation, pointer } = place
  const of = (parameters: Parameter[] = [], at: string) =>
    parameters.map((parameter, index) => resolve(contract, parameter, `${at}/parameters/${index}`))
  const own = of(operation.parameters, pointer)
  const inherited = of(item.parameters, pointer.slice(0, pointer.lastIndexOf('/'))).filter(
    ({ node }) => !own.some((each) => each.node.name === node.name && each.node.in === node.in),
  )
  return { ...place, parameters: [...inherited, ...own] }
}

/** Reads the contract with everything it refers to in other files; references within the document stay. */
export async function readContract(file: string): Promise<Contract> {
  await requireWellFormed(file)
  const { bundle: result } = await bundle({ ref: file, config: await createConfig({}) })
  // What stands in other files has names, too.
  requireUsableNames(result.parsed, '#')
  return result.parsed as Contract
}

/** Follows a local reference (`#/components/…`) to what it names, and gives the pointer at which that stands. */
export function resolve<T extends { $ref?: string }>(
  contract: Contract,
  node: T,
  pointer: string,
): { node: T; pointer: string } {
  if (!node.$ref) return { node, pointer }
  const target = valueAt(contract, node.$ref)
  if (!target) throw new Error(`${pointer} refers to ${node.$ref}, which is not in the contract`)
  return resolve(contract, target as T, node.$ref)
}

/** One segment of a JSON pointer, escaped as RFC 6901 asks. */
export const pointerSegment = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1')
