import type { FormatName } from '../formats/index.ts'

/** What makes two exports the same one, so that the second can go on where the first stopped. */
export interface Request {
  baseUrl: string
  organization: string
  format: FormatName
  bom: boolean
  limit: number
  sortBy: string
  sortDirection: string
}

/** How each is called on the command line. */
const names: Record<keyof Request, string> = {
  baseUrl: '--base-url',
  organization: '--organization',
  format: 'the form of the file',
  bom: '--bom',
  limit: '--limit',
  sortBy: '--sort-by',
  sortDirection: '--sort-direction',
}

/** In what a request differs from an earlier one, in words; empty where it doesn't. */
export const differences = (now: Request, then: Request): string[] =>
  (Object.keys(names) as (keyof Request)[])
    .filter((name) => now[name] !== then[name])
    .map((name) => `${names[name]} was ${then[name]} and is ${now[name]}`)
