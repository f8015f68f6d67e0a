import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { show } from './show.ts'

/** What an option may be, in the form in which the contract's facts say it. */
export interface Rule {
  type?: string
  minimum?: number
  maximum?: number
  minLength?: number
  allowed?: readonly unknown[]
  default?: unknown
}

export type Rules = Record<string, Rule>

/** The options, checked, and where they are absent their defaults. */
export function readOptions<T>(options: object, rules: Rules): T {
  checkOptions(options, rules)
  const given = options as Record<string, unknown>
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, given[name] ?? rule.default])) as T
}

/** Refuses options that are unknown or can't be used. Absent ones are fine. */
export function checkOptions(options: object, rules: Rules): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) && rules[name]
    const wanted = rule
      ? value !== undefined && wish(value, rule)
      : `left out; the options are ${Object.keys(rules).join(', ')}`
    if (wanted) throw new ChatConfigurationError(`${name} must be ${wanted}${rule ? `, not ${show(value)}` : ''}`)
  }
}

/** What the value should have been; nothing where it is. */
function wish(value: unknown, { type, minimum = 0, maximum = 2 ** 31 - 1, minLength = 0, allowed }: Rule) {
  if (allowed) return !allowed.includes(value) && allowed.join(' or ')
  if (type === 'integer') {
    const fits = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum
    return !fits && `a whole number from ${minimum} to ${maximum}`
  }
  const fits = !type || (typeof value === type && value !== null && String(value).length >= minLength)
  return !fits && `of type ${type}${minLength ? ' and not empty' : ''}`
}
