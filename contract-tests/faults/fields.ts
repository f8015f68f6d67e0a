import type { FieldFacts } from '../../generated/facts.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import { fields } from '../sandbox/fields.ts'
import { each, fault, type Values } from './build.ts'
import type { Fault } from './fault.ts'

/** For each field of the contract, each keyword of it broken: a field that is added there is broken here as well. */
export const fieldFaults: readonly Fault[] = Object.entries(fields).flatMap(([field, facts]) => [
  ...(facts.required ? [broken('missing', field, 'is left out', ({ [field]: _, ...rest }) => rest)] : []),
  ...(facts.nullable ? [] : [broken('null', field, 'is null', set(field, null))]),
  broken('wrong-type', field, `has another type than ${facts.type}`, set(field, otherType(facts))),
  ...(facts.known ? [broken('unlisted', field, 'has a value that is not listed', set(field, 'UNHEARD_OF'))] : []),
  ...(facts.minLength ? [broken('empty', field, 'is an empty string', set(field, ''))] : []),
  ...(facts.minimum === undefined
    ? []
    : [broken('too-small', field, `is below ${facts.minimum}`, set(field, facts.minimum - 1))]),
  ...(facts.format === 'date-time'
    ? [broken('no-format', field, 'is no date-time of RFC 3339', set(field, 'yesterday'))]
    : []),
  ...(facts.availableWhen
    ? [
        broken('unavailable', field, `has a value although ${facts.availableWhen} is false`, (conversation) =>
          conversation[facts.availableWhen ?? ''] === false
            ? { ...conversation, [field]: facts.known?.[0] ?? 'A customer asks for a refund.' }
            : conversation,
        ),
      ]
    : []),
])

function broken(how: string, field: string, what: string, change: (conversation: Values) => Values): Fault {
  const kebab = kebabCase(field)
  return fault(`${how}-${kebab}`, `conversation-${kebab}`, `${field} ${what}.`, each(change))
}

function set(field: string, value: unknown) {
  return (conversation: Values) => ({ ...conversation, [field]: value })
}

/** A value that a careless serialiser could send in place of one of the right type. */
function otherType({ type }: FieldFacts): unknown {
  const others: Readonly<Record<string, unknown>> = {
    string: 42,
    integer: '9',
    number: '9',
    boolean: 'true',
    object: '{}',
    array: {},
  }
  return others[type ?? 'string']
}
