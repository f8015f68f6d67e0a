import {
  type Contract,
  type Operation,
  pointerSegment,
  type Response,
  resolve,
  type Schema,
} from '../generate/contract.ts'
import { placeOf } from './place-of.ts'

/** Who has to keep to a statement: the caller (request), the server (response), or both. */
export type Direction = 'request' | 'response' | 'both'

/** One thing of a contract, with its keywords after all references were followed. */
export interface Place {
  direction: Direction
  keywords: Record<string, unknown>
}

export type SecurityRequirement = Record<string, string[]>

type Node = Record<string, unknown>
type Add = (pointer: string, direction: Direction, keywords: Node) => void

/** Lists everything of a contract that the own check compares, under the names that the report gives it. */
export function placesOf(contract: Contract & { security?: SecurityRequirement[] }): Map<string, Place> {
  const places = new Map<string, Place>()
  const add: Add = (pointer, direction, keywords) => {
    const { place } = placeOf(pointer, contract)
    places.set(place, { direction, keywords: { ...places.get(place)?.keywords, ...keywords } })
  }
  add('#/servers/0', 'both', { url: contract.servers[0]?.url })
  for (const [name, scheme] of Object.entries(contract.components.securitySchemes)) {
    add(`#/components/securitySchemes/${pointerSegment(name)}`, 'both', { ...scheme })
  }
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(item) as [string, Operation][]) {
      const pointer = `#/paths/${pointerSegment(path)}/${method}`
      const { security = contract.security ?? [] } = operation as { security?: SecurityRequirement[] }
      add(pointer, 'both', evidence(operation))
      add(`${pointer}/security`, 'both', { security })
      operation.parameters?.forEach((parameter, index) => {
        const { node } = resolve(contract, parameter, pointer)
        add(`${pointer}/parameters/${index}`, 'request', { ...evidence(node), required: node.required ?? false })
        addSchema(add, contract, node.schema, `${pointer}/parameters/${index}/schema`, 'request')
      })
      for (const [status, response] of Object.entries(operation.responses)) {
        addResponse(add, contract, resolve(contract, response, pointer).node, `${pointer}/responses/${status}`)
      }
    }
  }
  return places
}

function addResponse(add: Add, contract: Contract, response: Response, pointer: string): void {
  add(pointer, 'response', evidence(response))
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    const { node } = resolve(contract, header, pointer)
    add(`${pointer}/headers/${name}`, 'response', evidence(node))
    addSchema(add, contract, node.schema, `${pointer}/headers/${name}/schema`, 'response')
  }
  for (const [type, content] of Object.entries(response.content ?? {})) {
    const at = `${pointer}/content/${pointerSegment(type)}`
    addSchema(add, contract, content.schema, `${at}/schema`, 'response')
    const { examples = {} } = content as { examples?: Record<string, { $ref?: string; value?: unknown }> }
    for (const [name, example] of Object.entries(examples)) {
      add(`${at}/examples/${pointerSegment(name)}`, 'both', { value: resolve(contract, example, at).node.value })
    }
  }
}

function addSchema(
  add: Add,
  contract: Contract,
  schema: Schema,
  pointer: string,
  direction: Direction,
  above: Schema[] = [],
): void {
  const { node } = resolve(contract, schema, pointer)
  // A schema that holds itself has been seen.
  if (above.includes(node)) return
  const { properties = {}, items, ...keywords } = node
  add(pointer, direction, keywords)
  const below = [...above, node]
  for (const [name, property] of Object.entries(properties)) {
    addSchema(add, contract, property, `${pointer}/properties/${pointerSegment(name)}`, direction, below)
  }
  if (items) addSchema(add, contract, items, `${pointer}/items`, direction, below)
}

function evidence(node: object): Node {
  const { 'x-evidence': strength, 'x-evidence-of': of } = node as Node
  return { ...(strength !== undefined && { 'x-evidence': strength }), ...(of !== undefined && { 'x-evidence-of': of }) }
}
