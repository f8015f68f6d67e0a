import { isRecord } from '../exchange.ts'
import { itemOf, nounOf } from '../operation.ts'
import type { Cause } from './diagnosis.ts'
import { fieldOf, namesOf, recordsIn, sampleOf } from './field-places.ts'

/** Forms of a time that servers send instead, as what one value is. The first that fits counts. */
const forms: readonly [form: RegExp, words: string][] = [
  [/^-?\d{12,14}$/, 'a number of milliseconds since 1970'],
  [/^-?\d{9,11}(?:\.\d+)?$/, 'a number of seconds since 1970'],
  [/^[a-z]{3,9}, \d{1,2}[ -][a-z]{3}[ -]\d{2,4} /i, 'a date as in HTTP headers (RFC 1123)'],
  [/^\d{4}-\d\d-\d\d$/, 'a date without a time'],
  [/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/i, 'a local time without an offset'],
  [/^\d{4}-\d\d-\d\d \d\d:\d\d/, 'a time with a space for the T'],
  [/^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d{2}(?:\d\d)?$/i, 'a time whose offset has no colon'],
  [/^[a-z]{3} [a-z]{3} \d/i, "a date as a programming language's toString writes it"],
]

/** Which of these forms a value has. */
export const formOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? forms.find(([form]) => form.test(String(value)))?.[1]
    : undefined

/** Every time is in one other form than RFC 3339. */
export const dateForm: Cause = ({ answers, check: { operation, show } }) => {
  const records = recordsIn(answers)
  const found = Object.entries(itemOf(operation)?.schema.fields ?? {}).flatMap(([name, { format }]) => {
    if (format !== 'date-time') return []
    const filled = records.filter(({ values }) => isRecord(values) && values[name] !== null && name in values)
    const [first] = filled
    const form = formOf(first?.values[name])
    if (!first || form === undefined || filled.some(({ values }) => formOf(values[name]) !== form)) return []
    return [{ name, form, first }]
  })
  const [sample] = found
  if (!sample) return undefined
  const { name, form, first } = sample
  const others = found.filter((each) => each.form === form).map((each) => each.name)
  return {
    id: 'date-form',
    says: `In every ${nounOf(operation).one}, ${namesOf(others)} is ${form}${sampleOf(show(first.values[name], name))}: the contract has a date-time as in RFC 3339, with its offset, such as "2024-06-03T11:57:48Z"`,
    exchanges: [first.exchange],
    explains: (finding, { group }) => group === 'items' && others.includes(fieldOf(finding) ?? ''),
  }
}
