import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { type FieldFacts, fields } from './fields.ts'
import { createRandom, type Random } from './random.ts'
import { creationTimes } from './times.ts'
import { columnOf, namedColumns } from './values.ts'

const { parameters } = operations.listConversations

/**
 * Made-up conversations of one organization, oldest first, the same for the same seed. Each field of the contract
 * has a value, each known value of an open set occurs, and a field that is only available under a condition keeps it.
 */
export function makeConversations(organizationId: string, count: number, seed: string): Conversation[] {
  const columns = Object.entries(fields).map(([name, field]) => {
    const random = createRandom(`${seed}/${name}`)
    return { name, field, values: columnFor(name, field, random) }
  })
  const conditions = new Map(columns.map(({ name, values }) => [name, values]))
  return Array.from({ length: count }, (_, index) => {
    const conversation: Record<string, unknown> = {}
    for (const { name, field, values } of columns) {
      const available = !field.availableWhen || conditions.get(field.availableWhen)?.[index] === true
      if (available) conversation[name] = values[index]
      else if (!isAbsent(field, index)) conversation[name] = null
    }
    return conversation as Conversation
  })

  function columnFor(name: string, field: FieldFacts, random: Random): unknown[] {
    if (name === 'copilot_id') return Array<string>(count).fill(organizationId)
    if (name === parameters.sortBy.default) return creationTimes(count, parameters.limit.default, random)
    return (namedColumns[name] ?? columnOf(field))(count, field, random)
  }
}

/** A value that isn't available is null or, where the contract lets the field be absent, sometimes left out. */
const isAbsent = (field: FieldFacts, index: number) => !field.required && (!field.nullable || index % 2 === 0)
