import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { show } from './show.ts'
import { unknownOption } from './unknown-option.ts'

/** What an option may be, in the form in which the contract's facts say it. */
export interface Rule {
  type?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
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
    if (!rule) throw new ChatConfigurationError(unknownOption(name, Object.keys(rules)))
    const expected = value !== undefined && expectation(value, rule)
    if (expected) throw new ChatConfigurationError(`${name} must be ${expected}, not ${show(value)}`)
  }
}

/** What the value should have been; nothing where it is right. */
function expectation(
  // biome-ignore lint/suspicious/noExplicitAny: each branch looks at the type first
  value: any,
  { type, minimum, maximum, minLength = 0, maxLength, allowed }: Rule,
) {
  if (allowed) return !allowed.includes(value) && allowed.join(' or ')
  if (type === 'integer' || type === 'number') {
    const isNumber = type === 'number' ? Number.isFinite(value) : Number.isSafeInteger(value)
    if (isNumber && value >= (minimum ?? value) && value <= (maximum ?? value)) return
    const from = minimum === undefined ? '' : ` from ${minimum}`
    const to = maximum === undefined ? '' : ` to ${maximum}`
    return `a ${type === 'number' ? type : 'whole number'}${from}${to}`
  }
  const isOfType = !type || (typeof value === type && value !== null && !(value.length < minLength))
  if (isOfType && !(maxLength && [...value].length > maxLength)) return
  return `of type ${type}${minLength ? ' and not empty' : ''}${maxLength ? ` and at most ${maxLength} long` : ''}`
}
