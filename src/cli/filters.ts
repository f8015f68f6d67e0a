import { type Command, Option } from 'commander'
import { type OperationFacts, operations, type ParameterFacts } from '../../generated/facts.ts'
import { kebabCase } from '../text/kebab-case.ts'
import { numberOf, oneOf, oneOfOpen } from './options.ts'

/** What a parameter of the query is set to. */
export type FilterValue = string | number | boolean

/** The parameters of the query that choose which conversations there are, by their names. */
export type Filters = Readonly<Record<string, FilterValue>>

type Parameters = Readonly<Record<string, ParameterFacts>>

const { parameters, list }: OperationFacts = operations.listConversations
const parts = [list?.page, list?.limit, list?.sortBy, list?.sortDirection]

/** The parameters of the query that play no part in paging and sorting. */
const filters = Object.fromEntries(
  Object.entries(parameters).filter(([name, { in: place }]) => place === 'query' && !parts.includes(name)),
)

/**
 * Gives a command an option for each filter: `--assignee-id` for `assignee_id`, or `--filter-assignee-id` where that
 * name is taken. Called once the command has its own options; what is returned reads the values that were given.
 */
export function addFilterOptions(command: Command, parameters: Parameters = filters): () => Filters {
  const options = Object.entries(parameters).map(([name, facts]) => {
    const flag = isTaken(command, flagOf(name)) ? flagOf(`filter_${name}`) : flagOf(name)
    const option = new Option(`${flag} <${placeholderOf(facts)}>`, wordsOf(name, facts)).argParser(readerOf(facts))
    command.addOption(option)
    return [name, option.attributeName()] as const
  })
  return () => {
    const values = options.map(([name, attribute]) => [name, command.getOptionValue(attribute)] as const)
    return Object.fromEntries(values.filter(([, value]) => value !== undefined))
  }
}

const flagOf = (name: string) => `--${kebabCase(name)}`

/** Whether a flag means something else: `--help` and `--no-…` do so by themselves. */
const isTaken = (command: Command, flag: string) =>
  /^--(help$|no-)/.test(flag) || command.options.some(({ long }) => long === flag)

const placeholderOf = ({ type }: ParameterFacts) =>
  type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'value'

/** What the contract says of it first, as the other flags do: beginning with a small letter, but for an abbreviation. */
function wordsOf(name: string, facts: ParameterFacts): string {
  const values = (facts.allowed ?? facts.known)?.join(', ')
  const purpose =
    facts.says?.replace(/^[A-Z](?=[a-z]*\s)/, (letter) => letter.toLowerCase()) ?? `the server's parameter ${name}`
  return `${purpose}${values ? `: ${values}` : ''}${facts.known ? ', or another' : ''}`
}

function readerOf({ type, allowed, known, minimum, maximum }: ParameterFacts): (value: string) => FilterValue {
  if (allowed) return oneOfValues(allowed)
  if (known) return oneOfOpen(known)
  if (type === 'boolean') return oneOfValues([true, false])
  if (type !== 'integer' && type !== 'number') return oneOfOpen([])
  return numberOf(minimum ?? Number.NEGATIVE_INFINITY, {
    whole: type === 'integer',
    ...(maximum !== undefined && { maximum }),
  })
}

/** Reads one of a closed set, whose values need not be texts. */
function oneOfValues(values: NonNullable<ParameterFacts['allowed']>): (value: string) => FilterValue {
  const byWord = new Map(values.flatMap((value) => (value === null ? [] : [[String(value), value]])))
  const read = oneOf([...byWord.keys()])
  return (value) => byWord.get(read(value)) as FilterValue
}
