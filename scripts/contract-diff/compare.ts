import { type Contract, type Located, operationsOf, pointerSegment } from '../generate/contract.ts'
import { type At, entriesOf, pairUp, partOf } from './at.ts'
import { compareOperations } from './compare-operations.ts'
import { Ledger } from './ledger.ts'

type Route = At<Located>

/** Compares two contracts thing by thing, by what a change does to callers, readers and checks. */
export function compareContracts(base: Contract, revision: Contract): Ledger {
  const [were, are] = [routesOf(base), routesOf(revision)]
  const ledger = new Ledger([...new Map([...were, ...are]).values()].map(({ node }) => node.operation.operationId))
  ledger.keyword({ thing: 'server' }, '#/servers/0', 'url', base.servers?.[0]?.url, revision.servers?.[0]?.url, 'both')
  for (const [name, was, is] of pairUp(schemesOf(base), schemesOf(revision))) {
    if (was && is) {
      const keywords = Object.keys({ ...was.node, ...is.node })
      ledger.keywords({ thing: `security scheme \`${name}\`` }, { was, is }, keywords, 'both')
    }
  }
  for (const [, was, is] of pairUp(were, are)) {
    if (was && is) compareOperations(ledger, { was, is })
    else ledger.presence('operation', { thing: titleOf(was ?? is) }, added(was, are), added(is, were), 'both')
  }
  return ledger
}

const schemesOf = (contract: Contract) => {
  const components = { contract, node: contract.components, pointer: '#/components' }
  return entriesOf(partOf(components, 'securitySchemes') as At<Record<string, Record<string, unknown>>> | undefined)
}

/** Operations by method and path. How a path calls its parameters leads nobody elsewhere. */
function routesOf(contract: Contract): Map<string, Route> {
  return new Map(
    operationsOf(contract).map((located) => [
      `${located.method} ${template(located.path)}`,
      { contract, node: located, pointer: located.pointer },
    ]),
  )
}

const template = (path: string) => path.replaceAll(/\{[^}]*\}/g, '{}')

const titleOf = (route: Route | undefined) => `operation \`${route?.node.method.toUpperCase()} ${route?.node.path}\``

/** A path that the other contract lacks comes or goes as one, with all its operations. */
function added(route: Route | undefined, others: Map<string, Route>): Route | undefined {
  if (!route) return undefined
  const isKnown = [...others.values()].some(({ node }) => template(node.path) === template(route.node.path))
  return isKnown ? route : { ...route, pointer: `#/paths/${pointerSegment(route.node.path)}` }
}
