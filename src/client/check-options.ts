import { parameters } from '../../generated/facts.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { show } from './show.ts'

/** What a value must be, in words, and whether it is. */
type Rule = readonly [words: string, holds: (value: never) => boolean]
export type Rules = Record<string, Rule>

const isNumber = (value: unknown) => typeof value === 'number' && value >= 0
export const milliseconds: Rule = [
  'a number of milliseconds above 0',
  (value: unknown) => isNumber(value) && value !== 0,
]
export const wait: Rule = ['a number of milliseconds, at least 0', isNumber]
export const callable: Rule = ['a function', (value: unknown) => typeof value === 'function']
export const flag: Rule = ['true or false', (value: unknown) => typeof value === 'boolean']
export const anything: Rule = ['', () => true]

export const integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER): Rule => [
  `a whole number, at least ${minimum}${maximum < Number.MAX_SAFE_INTEGER ? ` and at most ${maximum}` : ''}`,
  (value: unknown) => Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum,
]

export const oneOf = (allowed: readonly unknown[]): Rule => [
  allowed.map(show).join(' or '),
  (value: unknown) => allowed.includes(value),
]

const signal: Rule = [
  'an AbortSignal',
  (value: unknown) => typeof (value as AbortSignal)?.addEventListener === 'function',
]

interface Fact {
  in: string
  type: string
  minimum?: number
  maximum?: number
  minLength?: number
  allowed?: readonly string[]
}

function ruleOf({ type, minimum, maximum, minLength = 0, allowed }: Fact): Rule {
  if (type === 'integer') return integer(minimum ?? 0, maximum)
  if (allowed) return oneOf(allowed)
  return [
    `a string of at least ${minLength} characters`,
    (value: unknown) => typeof value === 'string' && value.length >= minLength,
  ]
}

const query = Object.entries<Fact>(parameters).filter(([, fact]) => fact.in === 'query')

/** What `listConversations` takes: the query parameters as the contract has them, and a signal. */
export const listRules: Rules = { ...Object.fromEntries(query.map(([name, fact]) => [name, ruleOf(fact)])), signal }

const { page, ...rest } = listRules
/** What a walk takes. */
export const walkRules: Rules = { ...rest, startPage: page as Rule, concurrency: integer(1) }

/** Refuses options that are unknown or can't be used. Absent ones are fine. */
export function checkOptions(options: object, rules: Rules, prefix = ''): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (!rule)
      throw new ChatConfigurationError(`${prefix}${name} is not an option; there are ${Object.keys(rules).join(', ')}`)
    const [words, holds] = rule
    if (value !== undefined && !holds(value as never)) {
      throw new ChatConfigurationError(`${prefix}${name} must be ${words}, not ${show(value)}`)
    }
  }
}
