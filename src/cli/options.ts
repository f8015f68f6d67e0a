import { InvalidArgumentError, Option } from 'commander'
import { operations, server } from '../../generated/facts.ts'
import { longestTime } from '../contract/bounds.ts'
import { didYouMean } from '../text/nearest.ts'
import { environment } from './environment.ts'

const { parameters } = operations.listConversations

/** Where the server is, for every command. */
export const baseUrlOption = () =>
  new Option('--base-url <url>', 'where the server is').env(environment.baseUrl).default(server)

/** Whose conversations, for every command. */
export const organizationOption = () =>
  new Option('--organization <id>', 'the organization').env(environment.organizationId)

/** How many conversations a page has. */
export const limitOption = (fallback: number) =>
  new Option('--limit <number>', 'conversations per page').argParser(numberWithin(parameters.limit)).default(fallback)

/** How conversations are sorted. */
export const sortOptions = (): Option[] => {
  const { sortBy, sortDirection } = parameters
  return [
    new Option(
      '--sort-by <field>',
      `the field to sort by: ${sortBy.known.join(', ')}, or another that the server knows`,
    )
      .argParser(oneOfOpen(sortBy.known))
      .default(sortBy.default),
    new Option('--sort-direction <direction>', sortDirection.allowed.join(' or '))
      .argParser(oneOf(sortDirection.allowed))
      .default(sortDirection.default),
  ]
}

/** Reads a number of at least `minimum`; whole unless told otherwise. */
export function numberOf(minimum: number, { whole = true, maximum = Number.POSITIVE_INFINITY } = {}) {
  return (value: string): number => {
    const number = Number(value)
    const isNumber = value.trim() !== '' && Number.isFinite(number) && (!whole || Number.isSafeInteger(number))
    if (isNumber && number >= minimum && number <= maximum) return number
    const range = rangeOf(minimum, maximum)
    throw new InvalidArgumentError(`Allowed: a ${whole ? 'whole ' : ''}number${range && ` ${range}`}.`)
  }
}

function rangeOf(minimum: number, maximum: number): string {
  if (Number.isFinite(minimum))
    return Number.isFinite(maximum) ? `from ${minimum} to ${maximum}` : `of at least ${minimum}`
  return Number.isFinite(maximum) ? `of at most ${maximum}` : ''
}

/** Reads a time limit: a timer that is set to more goes off at once. */
export const timeLimit = numberOf(1, { maximum: longestTime })

/** Reads a whole number within the bounds that the contract has for it. */
export const numberWithin = ({ minimum = 0, maximum }: { minimum?: number; maximum?: number }) =>
  numberOf(minimum, maximum === undefined ? {} : { maximum })

/** Reads one of several words, in whatever case; another is answered with the nearest. */
export function oneOf<Word extends string>(allowed: readonly Word[]) {
  return (value: string): Word => {
    const word = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase())
    if (word !== undefined) return word
    throw new InvalidArgumentError(`Allowed: ${allowed.join(', ')}.${didYouMean(value, allowed)}`)
  }
}

/** Reads one of several words, in whatever case, or another one as it is: the set is open. */
export function oneOfOpen(known: readonly string[]) {
  return (value: string): string => {
    if (value.trim()) return known.find((word) => word.toLowerCase() === value.toLowerCase()) ?? value
    const words = known.length > 0 ? `${known.join(', ')}, or another name` : 'a text that is not empty'
    throw new InvalidArgumentError(`Allowed: ${words}.`)
  }
}

/** Collects the values of an option that may be given several times or with commas. */
export const collect = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
]
