import { parameters } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { type FieldFacts, fields } from './fields.ts'
import { createRandom } from './random.ts'
import { creationTimes } from './times.ts'
import { columnOf, namedColumns } from './values.ts'

/**
 * Made-up conversations of one organization, oldest first, the same for the same seed. Each field of the contract
 * has a value, each known value of an open set occurs, and a field that is only available under a condition keeps it.
 */
export function makeConversations(organizationId: string, count: number, seed: string): Conversation[] {
  const columns = Object.entries(fields).map(([name, field]) => {
    const random = createRandom(`${seed}/${name}`)
    if (name === 'copilot_id') return [name, field, () => organizationId] as const
    if (name === parameters.sortBy.default) {
      const times = creationTimes(count, parameters.limit.default, random)
      return [name, field, (index: number) => times[index]] as const
    }
    const values = (namedColumns[name] ?? columnOf(field))(count, field, random)
    return [name, field, (index: number) => values[index]] as const
  })
  const columnByName = new Map(columns.map(([name, , value]) => [name, value]))
  return Array.from({ length: count }, (_, index) => {
    const entries = columns.flatMap(([name, field, value]) => {
      const available = !field.availableWhen || columnByName.get(field.availableWhen)?.(index) === true
      if (available) return [[name, value(index)]]
      return isAbsent(field, index) ? [] : [[name, null]]
    })
    return Object.fromEntries(entries) as Conversation
  })
}

/** A value that isn't available is null or, where the contract lets the field be absent, sometimes left out. */
const isAbsent = (field: FieldFacts, index: number) => !field.required && (!field.nullable || index % 2 === 0)
