import { bundle, createConfig } from '@redocly/openapi-core'

/** The strength of a statement, as the contract's `x-evidence` gives it. */
export type Evidence = 'documented' | 'example' | 'history' | 'assumed'

/** A schema of the contract, with the extensions that the contract gives a meaning. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  default?: unknown
  enum?: unknown[]
  required?: string[]
  items?: Schema
  properties?: Record<string, Schema>
  'x-extensible-enum'?: string[]
  'x-available-when'?: string
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
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
}

export interface Header extends Statement {
  schema: Schema
}

export interface Response extends Statement {
  headers?: Record<string, Header>
  content?: Record<string, { schema: Schema }>
}

export interface Operation extends Statement {
  operationId: string
  summary?: string
  parameters: Parameter[]
  responses: Record<string, Response>
}

export interface Contract {
  info: { title: string; version: string; description?: string }
  servers: { url: string }[]
  paths: Record<string, { get: Operation }>
  components: {
    schemas: Record<string, Schema>
    securitySchemes: Record<string, Statement & { type: string; scheme: string }>
    [kind: string]: Record<string, unknown>
  }
}

/** Reads the contract with everything it refers to in other files; references within the document stay. */
export async function readContract(file: string): Promise<Contract> {
  const config = await createConfig({})
  const { bundle: result, problems } = await bundle({ ref: file, config })
  const [problem] = problems.filter(({ severity }) => severity === 'error')
  if (problem) {
    throw new Error(`${file} can't be read: ${problem.message}`)
  }
  return result.parsed as Contract
}

/** Follows a local reference (`#/components/…`) to what it names, and gives the pointer at which that stands. */
export function resolve<T extends { $ref?: string }>(
  contract: Contract,
  node: T,
  pointer: string,
): { node: T; pointer: string } {
  if (!node.$ref) return { node, pointer }
  const segments = node.$ref
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  const target = segments.reduce<unknown>(
    (at, segment) => (at as Record<string, unknown> | undefined)?.[segment],
    contract,
  )
  if (!target) throw new Error(`${pointer} refers to ${node.$ref}, which is not in the contract`)
  return resolve(contract, target as T, node.$ref)
}

/** One segment of a JSON pointer, escaped as RFC 6901 asks. */
export const pointerSegment = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1')
