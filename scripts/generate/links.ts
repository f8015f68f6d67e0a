import { type Contract, type Link, type Located, operationsOf, resolve } from './contract.ts'
import type { LinkFacts } from './shapes.ts'

/** A runtime expression of OpenAPI that takes a value from the body of an answer. */
const fromBody = /^\$response\.body#(\/.*)$/

/** Where the answers of other operations hold values for an operation's path parameters, as `links` in the contract say. */
export function linkFacts(contract: Contract, target: Located): Record<string, LinkFacts> {
  const links: Record<string, LinkFacts> = {}
  for (const { operation, pointer } of operationsOf(contract)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!status.startsWith('2')) continue
      const at = resolve(contract, response, `${pointer}/responses/${status}`)
      for (const [name, each] of Object.entries(at.node.links ?? {})) {
        const link = resolve<Link>(contract, each, `${at.pointer}/links/${name}`)
        const { operationId, parameters = {} } = link.node
        if (!operationsOf(contract).some((other) => other.operation.operationId === operationId)) {
          throw new Error(`${link.pointer}/operationId is ${operationId}, which is no operation of the contract`)
        }
        if (operationId !== target.operation.operationId) continue
        Object.assign(links, valuesOf(target, operation.operationId, parameters, link.pointer))
      }
    }
  }
  return links
}

function valuesOf(target: Located, source: string, parameters: Record<string, unknown>, pointer: string) {
  const values: Record<string, LinkFacts> = {}
  for (const [key, expression] of Object.entries(parameters)) {
    const name = key.replace(/^path\./, '')
    const isPath = target.parameters.some(({ node }) => node.in === 'path' && node.name === name)
    if (!isPath) throw new Error(`${pointer}/parameters/${key} is no path parameter of ${target.operation.operationId}`)
    const [, at] = fromBody.exec(String(expression)) ?? []
    // Other sources, such as the path of the request, need no answer: only what must be asked for is followed.
    if (at !== undefined) values[name] = { operation: source, pointer: at }
  }
  return values
}
