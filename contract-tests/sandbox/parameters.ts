import { type OperationFacts, operations, type ParameterFacts } from '../../generated/facts.ts'
import { fields, filters, list, sortFields } from './fields.ts'
import type { PageQuery, RequestContext } from './request.ts'
import type { Direction } from './sql.ts'

const { parameters } = operations.listConversations

/** Reads the page that a request asks for; what is missing, or can't be used, is the contract's default. */
export function pageQuery(
  organizationId: string,
  given: Readonly<Record<string, unknown>>,
  maxLimit: number,
): PageQuery {
  const page = wholeNumber(given[list.page]) ?? parameters[list.page].default
  const requestedLimit = wholeNumber(given[list.limit]) ?? parameters[list.limit].default
  const limit = Math.min(requestedLimit, maxLimit)
  return {
    organizationId,
    page,
    requestedLimit,
    limit,
    offset: (page - 1) * limit,
    sortBy: sortFields.find((field) => field === given[list.sortBy]) ?? parameters[list.sortBy].default,
    sortDirection:
      directions.find((direction) => direction === given[list.sortDirection]) ?? parameters[list.sortDirection].default,
    filters: filters.flatMap((name) => {
      const value = given[name]
      const isUsable = typeof value !== 'object' && value !== undefined && usable(fields[name] ?? {}, String(value))
      return isUsable ? [{ name, value: String(value) }] : []
    }),
  }
}

/** Whether a text is a value of a type, as a query parameter writes it. */
export function usable({ type, format }: Pick<ParameterFacts, 'type' | 'format'>, text: string): boolean {
  if (format === 'date-time') return isTime(text)
  if (type === 'integer') return /^-?\d{1,1000}$/.test(text)
  if (type === 'number') return text !== '' && Number.isFinite(Number(text))
  // PostgreSQL holds no character U+0000.
  return type === 'boolean' ? text === 'true' || text === 'false' : !text.includes('\u0000')
}

/** Whether PostgreSQL would take a text for a time, too: a 30th of February is none. */
function isTime(text: string): boolean {
  const [day = ''] = text.split('T')
  const isDay = /^[1-9]\d{3}-\d\d-\d\d$/.test(day) && new Date(Date.parse(day) || 0).toISOString().startsWith(day)
  return isDay && /T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i.test(text) && !Number.isNaN(Date.parse(text))
}

/**
 * The query as one value a parameter, or several where it was repeated, for those that an operation knows: a parameter
 * that it doesn't know is ignored.
 */
export function knownParameters(
  { request }: RequestContext,
  { parameters }: Pick<OperationFacts, 'parameters'>,
): Record<string, string | string[]> {
  const names = Object.entries(parameters).flatMap(([name, { in: place }]) => (place === 'query' ? [name] : []))
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = request.query.getAll(name)
      const [value] = values
      return value === undefined ? [] : [[name, values.length > 1 ? values : value]]
    }),
  )
}

const directions: readonly Direction[] = parameters[list.sortDirection].allowed

/** A number that is too large for JavaScript is still a page: one that lies past the end. */
export const wholeNumber = (value: unknown, minimum = 1) => {
  const number = value === '' ? Number.NaN : Number(value)
  return number >= minimum && (Number.isInteger(number) || number === Number.POSITIVE_INFINITY) ? number : undefined
}
