import { operations } from '../../generated/facts.ts'
import type { Exchange, PageQuery } from './exchange.ts'
import { sortFields } from './fields.ts'
import type { Direction } from './sql.ts'

const { parameters } = operations.listConversations

/** Reads the page that a request asks for; what is missing, or can't be used, is the contract's default. */
export function pageQuery(
  organizationId: string,
  given: Readonly<Record<string, unknown>>,
  maxLimit: number,
): PageQuery {
  const page = wholeNumber(given.page) ?? parameters.page.default
  const requestedLimit = wholeNumber(given.limit) ?? parameters.limit.default
  const limit = Math.min(requestedLimit, maxLimit)
  return {
    organizationId,
    page,
    requestedLimit,
    limit,
    offset: (page - 1) * limit,
    sortBy: sortFields.find((field) => field === given.sortBy) ?? parameters.sortBy.default,
    sortDirection:
      directions.find((direction) => direction === given.sortDirection) ?? parameters.sortDirection.default,
  }
}

/**
 * The query as one value a parameter, or several where it was repeated, for those that the contract knows: a parameter
 * that it doesn't know is ignored.
 */
export function knownParameters({ request }: Exchange): Record<string, string | string[]> {
  const names = Object.entries(parameters).flatMap(([name, { in: place }]) => (place === 'query' ? [name] : []))
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = request.query.getAll(name)
      const [value] = values
      return value === undefined ? [] : [[name, values.length > 1 ? values : value]]
    }),
  )
}

const directions: readonly Direction[] = parameters.sortDirection.allowed

/** A number that is too large for JavaScript is still a page: one that lies past the end. */
const wholeNumber = (value: unknown) => {
  const number = value === '' ? Number.NaN : Number(value)
  return number >= 1 && (Number.isInteger(number) || number === Number.POSITIVE_INFINITY) ? number : undefined
}
