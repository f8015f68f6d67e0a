import { type Command, Option } from 'commander'
import { type OperationFacts, operations, type ParameterFacts } from '../../generated/facts.ts'
import { numberOf, oneOf, oneOfOpen } from './options.ts'

/** What a parameter of the query is set to. */
export type FilterValue = string | number | boolean

/** The parameters of the query that choose which conversations there are, by their names. */
export type Filters = Readonly<Record<string, FilterValue>>

const { parameters, list }: OperationFacts = operations.listConversations

/** The parameters of the query that play no part in paging and sorting. */
const filters: readonly (readonly [string, ParameterFacts])[] = Object.entries(parameters).filter(
  ([name, { in: place }]) =>
    place === 'query' && ![list?.page, list?.limit, list?.sortBy, list?.sortDirection].includes(name),
)

/**
 * Gives a command an option for each of them: `--assignee-id` for `assignee_id`, or `--filter-assignee-id` where the
 * command has an option of that name already. Called after the command's own options are there.
 */
export function addFilterOptions(command: Command): void {
  for (const [name, facts] of filters) command.addOption(filterOption(name, facts, isTaken(command, flagOf(name))))
}

const flagOf = (name: string) =>
  `--${name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .replaceAll('_', '-')
    .toLowerCase()}`

const isTaken = (command: Command, flag: string) => command.options.some(({ long }) => long === flag)

function filterOption(name: string, facts: ParameterFacts, taken: boolean): Option {
  const flag = taken ? flagOf(`filter_${name}`) : flagOf(name)
  const values = (facts.allowed ?? facts.known)?.join(', ')
  const words = `only conversations whose ${name} is this${values ? `: ${values}` : ''}${facts.known ? ', or another' : ''}`
  return new Option(`${flag} <${placeholder(facts)}>`, words).argParser(readerOf(facts))
}

const placeholder = ({ type }: ParameterFacts) =>
  type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'value'

function readerOf({ type, allowed, known, minimum, maximum }: ParameterFacts): (value: string) => FilterValue {
  if (allowed) return oneOf(allowed.map(String))
  if (known) return oneOfOpen(known)
  if (type === 'boolean') return (value) => oneOf(['true', 'false'])(value) === 'true'
  if (type !== 'integer' && type !== 'number') return oneOfOpen([])
  return numberOf(minimum ?? Number.NEGATIVE_INFINITY, {
    whole: type === 'integer',
    ...(maximum !== undefined && { maximum }),
  })
}

/** The filters that were given to a command. */
export function filtersOf(command: Command): Filters {
  const given = filters.flatMap(([name]) => {
    const value = optionOf(command, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

function optionOf(command: Command, name: string): FilterValue | undefined {
  // The one that was added last has the longer name where both are there.
  const option = [flagOf(`filter_${name}`), flagOf(name)]
    .map((flag) => command.options.find(({ long }) => long === flag))
    .find((each) => each !== undefined)
  return option && (command.getOptionValue(option.attributeName()) as FilterValue | undefined)
}
