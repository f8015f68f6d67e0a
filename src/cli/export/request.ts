import type { operations } from '../../../generated/facts.ts'
import type { Filters } from '../filters.ts'
import type { FormatName } from '../formats/index.ts'

/** What makes two exports the same one, so that the second can go on where the first stopped. */
export interface ExportRequest {
  baseUrl: string
  organization: string
  format: FormatName
  bom: boolean
  /** Null leaves it to the server. */
  limit: number | null
  sortBy: string
  /** Which conversations there are, by parameters of the query. */
  filters: Filters
  sortDirection: (typeof operations.listConversations.parameters.sortDirection.allowed)[number]
}

export type RequestName = keyof ExportRequest

/** How each is called on the command line. */
const names: Record<RequestName, string> = {
  baseUrl: '--base-url',
  organization: '--organization',
  format: 'the form of the file',
  bom: '--bom',
  limit: '--limit',
  sortBy: '--sort-by',
  sortDirection: '--sort-direction',
  filters: 'what is filtered by',
}

/**
 * The request, with the values of an earlier one in place of defaults. Server and organization decide where the token
 * goes, so they are never taken from a file and must be given again.
 */
export function adopt(earlier: ExportRequest, request: ExportRequest, given: ReadonlySet<RequestName>): ExportRequest {
  const adopted: readonly RequestName[] = ['bom', 'limit', 'sortBy', 'sortDirection', 'filters']
  const taken = adopted.filter((name) => !given.has(name)).map((name) => [name, earlier[name]])
  return { ...request, ...Object.fromEntries(taken) }
}

/** How a request differs from an earlier one, in words; empty where it doesn't. */
export const differences = (request: ExportRequest, earlier: ExportRequest): string[] =>
  (Object.keys(names) as RequestName[])
    .filter((name) => shown(request[name]) !== shown(earlier[name]))
    .map((name) => `${names[name]} was ${shown(earlier[name])} and is ${shown(request[name])}`)

/** A value in words. An export that was begun before there were filters has none. */
function shown(value: ExportRequest[RequestName] | undefined): string {
  if (typeof value !== 'object') return String(value ?? 'left out')
  const filters = Object.entries(value ?? {}).map(([name, one]) => `${name}=${one}`)
  return filters.length > 0 ? filters.sort().join(' ') : 'left out'
}
