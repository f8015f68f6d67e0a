import type { SchemaFacts } from '../../generated/facts.ts'
import type { Item } from './exchange.ts'
import type { Sighting } from './walk.ts'

/** What an item is sorted by: a number, or a text that only tells equal from different. */
export type SortKey = number | string

/**
 * Whether every server agrees on the order of a field: numbers and times have one. Texts depend on a collation, and UUIDs
 * on the language that compares them: of those only equal and different can be told.
 */
export const hasOrder = (schema: SchemaFacts, field: string): boolean =>
  isNumeric(schema, field) || isTime(schema, field)

export const isNumeric = ({ fields }: SchemaFacts, field: string): boolean =>
  fields[field]?.type === 'integer' || fields[field]?.type === 'number'

const isTime = ({ fields }: SchemaFacts, field: string) => fields[field]?.format === 'date-time'

/** The key of an item, or undefined when its value has none (another clause says so). Times are compared to the millisecond, texts without their letter case. */
export function sortKey({ values, schema }: Item, field: string): SortKey | undefined {
  const value = values[field]
  if (isTime(schema, field)) {
    const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return Number.isNaN(time) ? undefined : time
  }
  if (typeof value === 'number') return value
  // A number sent as text is in its place where the number would be.
  if (isNumeric(schema, field)) {
    return typeof value === 'string' && value.trim() && Number.isFinite(Number(value)) ? Number(value) : undefined
  }
  return typeof value === 'string' || typeof value === 'boolean' ? String(value).toLowerCase() : undefined
}

/** Whether equal and different are the same for every server: no two texts differ by letter case or accents alone. */
export function isUnambiguous(field: string, sightings: Sighting[]): boolean {
  const values = new Set(sightings.map(({ item }) => item.values[field]))
  const texts = [...values].filter((value) => typeof value === 'string')
  return new Set(texts.map(folded)).size === texts.length
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The keys of items that have one, in their order. */
export const keysOf = (sightings: Sighting[], field: string): SortKey[] =>
  sightings.flatMap(({ item }) => sortKey(item, field) ?? [])

/** The first two neighbours that stand the wrong way round. `sign` is 1 for ascending, -1 for descending. */
export function firstInversion(sightings: Sighting[], field: string, sign: 1 | -1): [Sighting, Sighting] | undefined {
  let before: Sighting | undefined
  let beforeKey: SortKey | undefined
  for (const sighting of sightings) {
    const key = sortKey(sighting.item, field)
    if (key === undefined) continue
    if (before && beforeKey !== undefined && compare(beforeKey, key) * sign > 0) return [before, sighting]
    before = sighting
    beforeKey = key
  }
  return undefined
}

/** The first item whose value was there before, but not right before: equal values must be neighbours in any order. */
export function firstScattered(sightings: Sighting[], field: string): [Sighting, Sighting] | undefined {
  const finished = new Set<SortKey>()
  let before: Sighting | undefined
  let beforeKey: SortKey | undefined
  for (const sighting of sightings) {
    const key = sortKey(sighting.item, field)
    if (key === undefined) continue
    if (before && beforeKey !== key) {
      if (beforeKey !== undefined) finished.add(beforeKey)
      if (finished.has(key)) return [before, sighting]
    }
    before = sighting
    beforeKey = key
  }
  return undefined
}

/** How many different keys there are: with fewer than two, no order can be seen. */
export const distinctKeys = (sightings: Sighting[], field: string): number => new Set(keysOf(sightings, field)).size

export function compare(a: SortKey, b: SortKey): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return a < b ? -1 : a > b ? 1 : 0
}
