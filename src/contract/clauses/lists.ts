import { operations } from '../../../generated/facts.ts'
import type { Check } from '../clause.ts'
import type { Exchange } from '../exchange.ts'
import { bearer } from '../secrets.ts'

const { parameters } = operations.listConversations

/** Every exchange that asked for the target's own list with its own token, whatever the parameters. */
export const allOwnLists = (check: Check): Exchange[] =>
  check
    .exchanges()
    .filter(
      ({ method, organizationId, authorization }) =>
        method === 'GET' &&
        organizationId === check.target.organizationId &&
        authorization === bearer(check.target).show,
    )

/** Those of them whose parameters mean what they say. What a server makes of any other request teaches nothing about the list. */
export const ownLists = (check: Check): Exchange[] => allOwnLists(check).filter(isMeant)

function isMeant({ query }: Exchange): boolean {
  const names = new Set(query.map(([name]) => name))
  return names.size === query.length && query.every(([name, value]) => isUsable(name, value))
}

/** Of numbers, those that a client may really ask for. */
function isUsable(name: string, value: string): boolean {
  if (name === 'page' || name === 'limit') return /^[1-9]\d{0,5}$/.test(value)
  if (name === 'sortBy') return parameters.sortBy.known.some((field) => field === value)
  return name === 'sortDirection' && parameters.sortDirection.allowed.some((direction) => direction === value)
}
