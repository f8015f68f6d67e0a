import { itemOf, nounOf } from '../operation.ts'
import { asked } from '../walk.ts'
import { formOf } from './date-form.ts'
import type { Cause } from './diagnosis.ts'
import { fieldOf, namesOf, recordsIn, sampleOf } from './field-places.ts'

/** A field is of one other type in every item, as a text is that stands for a number. */
export const wrongType: Cause = ({ answers, check: { operation, show } }) => {
  const records = recordsIn(answers)
  const found = Object.entries(itemOf(operation)?.schema.fields ?? {}).flatMap(([name, { type, format }]) => {
    const filled = records.filter(({ values }) => values[name] !== null && values[name] !== undefined)
    const [first] = filled
    // A time in another form is a cause of its own.
    if (!first || !type || (format === 'date-time' && formOf(first.values[name]) !== undefined)) return []
    const sent = typeOf(first.values[name])
    if (sent === type || (sent === 'number' && type === 'integer')) return []
    return filled.every(({ values }) => typeOf(values[name]) === sent) ? [{ name, type, sent, first }] : []
  })
  const [sample] = found
  if (!sample) return undefined
  const kinds = [...new Set(found.map(({ type, sent }) => `${sent} ${type}`))].map((kind) => {
    const fields = found.filter(({ type, sent }) => `${sent} ${type}` === kind)
    const [{ name, type, sent, first } = sample] = fields
    const verb = fields.length === 1 ? `is ${words[sent] ?? sent}` : `are each ${words[sent] ?? sent}`
    return `${namesOf(fields.map((field) => field.name))} ${verb}${sampleOf(show(first.values[name], name))}, and not ${words[type] ?? type}`
  })
  const names = new Set(found.map(({ name }) => name))
  return {
    id: 'wrong-type',
    says: `In every ${nounOf(operation).one}, ${kinds.join('; ')}`,
    exchanges: [sample.first.exchange],
    // Texts that stand for numbers are sorted in another order than numbers.
    explains: (finding, { group }) => {
      const last = finding.exchanges.at(-1)
      const sortedBy = group === 'sorting' && last ? asked(last, 'sortBy') : undefined
      return names.has(fieldOf(finding) ?? sortedBy ?? '')
    },
  }
}

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value)

const words: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
}
