import type { operations } from '../../../generated/facts.ts'
import type { FormatName } from '../formats/index.ts'

/** What makes two exports the same one, so that the second can go on where the first stopped. */
export interface Request {
  baseUrl: string
  organization: string
  format: FormatName
  bom: boolean
  /** Null leaves it to the server. */
  limit: number | null
  sortBy: string
  sortDirection: (typeof operations.listConversations.parameters.sortDirection.allowed)[number]
}

export type RequestName = keyof Request

/** How each is called on the command line. */
const names: Record<RequestName, string> = {
  baseUrl: '--base-url',
  organization: '--organization',
  format: 'the form of the file',
  bom: '--bom',
  limit: '--limit',
  sortBy: '--sort-by',
  sortDirection: '--sort-direction',
}

/**
 * The request with what an earlier one had in place of mere defaults. Where a token would go isn't taken from a file:
 * server and organization have to be said again.
 */
export function adopt(earlier: Request, request: Request, given: ReadonlySet<RequestName>): Request {
  const adopted: readonly RequestName[] = ['bom', 'limit', 'sortBy', 'sortDirection']
  const taken = adopted.filter((name) => !given.has(name)).map((name) => [name, earlier[name]])
  return { ...request, ...Object.fromEntries(taken) }
}

/** In what a request differs from an earlier one, in words; empty where it doesn't. */
export const differences = (request: Request, earlier: Request): string[] =>
  (Object.keys(names) as RequestName[])
    .filter((name) => request[name] !== earlier[name])
    .map((name) => `${names[name]} was ${earlier[name] ?? 'left out'} and is ${request[name]}`)
