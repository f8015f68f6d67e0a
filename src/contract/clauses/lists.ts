import type { Check } from '../clause.ts'
import type { Exchange } from '../exchange.ts'
import { listOfOperation } from '../operation.ts'
import { bearer } from '../secrets.ts'

/** Every exchange that asked for the target's own data with its own token, whatever the query. */
export const allOwnLists = (check: Check): Exchange[] =>
  check
    .exchanges()
    .filter(
      ({ method, path, authorization }) =>
        method === check.operation.method &&
        authorization === bearer(check.target).show &&
        Object.entries(check.ask.path).every(([name, value]) => path[name] === value),
    )

/** Those of them whose query means what it says. What a server makes of any other request teaches nothing about its data. */
export const ownLists = (check: Check): Exchange[] => allOwnLists(check).filter(isMeant)

function isMeant({ operation, query }: Exchange): boolean {
  const names = new Set(query.map(([name]) => name))
  return names.size === query.length && query.every(([name, value]) => isUsable(operation, name, value))
}

/** Of numbers, those that a client may really ask for. What is filtered is not the list, and no part of one either. */
function isUsable(operation: Exchange['operation'], name: string, value: string): boolean {
  const { page, first, limit, order } = listOfOperation(operation) ?? {}
  if (name === page?.name) return /^\d{1,6}$/.test(value) && Number(value) >= (first ?? 1)
  if (name === limit?.name) return /^[1-9]\d{0,5}$/.test(value)
  if (name === order?.sortBy.name) return order.fields.includes(value)
  return name === order?.sortDirection.name && (value === order.ascending || value === order.descending)
}
