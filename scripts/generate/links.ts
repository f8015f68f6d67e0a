import { segmentsOf } from '../../src/contract/json-pointer.ts'
import {
  type Contract,
  type Link,
  type Located,
  operationsOf,
  type Response,
  resolve,
  type Schema,
} from './contract.ts'
import { contentOf } from './named-schemas.ts'
import { plainSchema } from './plain-schema.ts'
import type { LinkFacts } from './shapes.ts'

/** The runtime expressions of OpenAPI that are followed: a value in the body of an answer, or in the path of its request. */
const fromBody = /^\$response\.body#(\/.*)$/
const fromPath = /^\$request\.path\.(.+)$/

/**
 * Where there are values for an operation's path parameters, as `links` in the contract say. Of several links to the same
 * parameter the first is followed: the operations that others can be reached from stand before them.
 */
export function linkFacts(contract: Contract, target: Located): Record<string, LinkFacts> {
  const links: Record<string, LinkFacts> = {}
  for (const source of operationsOf(contract)) {
    for (const [status, response] of Object.entries(source.operation.responses)) {
      if (!status.startsWith('2')) continue
      const at = resolve(contract, response, `${source.pointer}/responses/${status}`)
      for (const [name, each] of Object.entries(at.node.links ?? {})) {
        const link = resolve<Link>(contract, each, `${at.pointer}/links/${name}`)
        const { operationId } = link.node
        if (!operationsOf(contract).some((other) => other.operation.operationId === operationId)) {
          throw new Error(
            `${link.pointer}/operationId is ${operationId}, which is no operation of the contract: a link names one`,
          )
        }
        if (operationId !== target.operation.operationId) continue
        const values = valuesOf(contract, { source, target, response: at.node, link: link.node }, link.pointer)
        // What an operation says of itself gives it no first value.
        if (source.operation.operationId !== operationId) Object.assign(links, { ...values, ...links })
      }
    }
  }
  return links
}

interface Place {
  source: Located
  target: Located
  response: Response
  link: Link
}

function valuesOf(contract: Contract, { source, target, response, link }: Place, pointer: string) {
  const values: Record<string, LinkFacts> = {}
  for (const [key, expression] of Object.entries(link.parameters ?? {})) {
    const place = `${pointer}/parameters/${key}`
    const name = key.replace(/^path\./, '')
    if (!hasPathParameter(target, name)) {
      throw new Error(`${place} is no path parameter of ${target.operation.operationId}`)
    }
    const { operationId: operation } = source.operation
    const [, at] = fromBody.exec(String(expression)) ?? []
    const [, parameter] = fromPath.exec(String(expression)) ?? []
    if (at !== undefined && isDescribed(contract, contentOf(response)[1]?.schema, segmentsOf(at))) {
      values[name] = { operation, pointer: at }
    } else if (parameter !== undefined && hasPathParameter(source, parameter)) {
      values[name] = { operation, parameter }
    } else {
      throw new Error(
        `${place} is ${expression}: allowed are $response.body# with the pointer of a field of the answer, and $request.path. with a parameter of ${operation}`,
      )
    }
  }
  return values
}

const hasPathParameter = ({ parameters }: Located, name: string) =>
  parameters.some(({ node }) => node.in === 'path' && node.name === name)

/** Whether a schema says what stands at the segments of a pointer. */
function isDescribed(contract: Contract, schema: Schema | undefined, [segment, ...rest]: string[]): boolean {
  if (!schema) return false
  if (segment === undefined) return true
  const { items, properties = {} } = plainSchema(contract, schema, '').node
  return isDescribed(contract, items && /^\d+$/.test(segment) ? items : properties[segment], rest)
}
