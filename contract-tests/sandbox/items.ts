import type { FieldFacts, ListFacts } from '../../generated/facts.ts'
import { createRandom, type Random } from './random.ts'
import { creationTimes } from './times.ts'
import { columnOf, namedColumns } from './values.ts'

/** What made-up items are made after. */
export interface Making {
  fields: Readonly<Record<string, FieldFacts>>
  list: Pick<ListFacts, 'id' | 'time'>
  /** Values of the path's parameters, which the fields have that are declared to equal one. */
  path: Readonly<Record<string, string>>
  /** How many items a page has by default: some of the times are the same across the borders of such pages. */
  pageSize: number
}

/**
 * Made-up items, oldest first, the same for the same seed. Each field of the contract has a value, each known value of an
 * open set occurs, a field that is only available under a condition keeps it, and an optional one is sometimes left out.
 */
export function makeItems(
  { fields, list, path, pageSize }: Making,
  count: number,
  seed: string,
): Record<string, unknown>[] {
  const columns = Object.entries(fields).map(([name, field]) => {
    const random = createRandom(`${seed}/${name}`)
    return { name, field, values: columnFor(name, field, random) }
  })
  const conditions = new Map(columns.map(({ name, values }) => [name, values]))
  return Array.from({ length: count }, (_, index) => {
    const item: Record<string, unknown> = {}
    for (const { name, field, values } of columns) {
      const isAvailable = !field.availableWhen || conditions.get(field.availableWhen)?.[index] === true
      if (isAvailable && !isLeftOut(field, index)) item[name] = values[index]
      else if (!isAbsent(field, index)) item[name] = null
    }
    return item
  })

  function columnFor(name: string, field: FieldFacts, random: Random): unknown[] {
    const given = path[field.equalsParameter ?? '']
    if (given !== undefined) return Array<string>(count).fill(given)
    if (name === list.time) return creationTimes(count, pageSize, random)
    if (name === list.id) return ids(field, count, random)
    return (namedColumns[name] ?? columnOf(field))(count, field, random)
  }
}

const ids = (field: FieldFacts, count: number, random: Random): unknown[] =>
  Array.from({ length: count }, (_, index) => (field.type === 'integer' ? index + 1 : random.uuid()))

/** An optional field that depends on no other is left out of every third item. */
const isLeftOut = ({ required, availableWhen }: FieldFacts, index: number) =>
  !required && !availableWhen && index % 3 === 2

/** A value that isn't there is null or, where the contract lets the field be absent, sometimes left out. */
const isAbsent = (field: FieldFacts, index: number) =>
  !field.required && (!field.nullable || isLeftOut(field, index) || index % 2 === 0)
