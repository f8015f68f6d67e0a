import { parameters } from '../../generated/facts.ts'
import { clip } from './show.ts'

/** A URL as it may stand in a message: no credentials, no fragment, only the query parameters of the contract, not long. */
export function shownUrl(value: string): string {
  const url = new URL(value)
  url.username = url.password = url.hash = ''
  for (const name of [...url.searchParams.keys()]) {
    if (!Object.hasOwn(parameters, name)) url.searchParams.delete(name)
  }
  return clip(url.href, 500)
}
