import type { Exchange } from '../exchange.ts'
import { firstInversion, keysOf, type SortKey, sortKey } from '../order.ts'
import { type Sighting, sightingsOf } from '../walk.ts'

/**
 * The items that pages read from the first one on should hold, and don't: those seen anywhere that sort before
 * the last item read. `sign` is 1 for ascending, -1 for descending. Pages that aren't sorted cover nothing.
 *
 * An item that was first seen after the pages were read may have arrived meanwhile, as the newest of all.
 * It counts only when it sorts strictly between items that the pages hold.
 */
export function overlooked(
  pages: readonly Exchange[],
  everything: readonly Exchange[],
  field: string,
  sign: 1 | -1,
): Sighting | undefined {
  const read = sightingsOf(pages)
  if (read.length === 0 || firstInversion(read, field, sign)) return undefined
  const ids = new Set(read.map(({ item }) => item.id))
  const keys = read.flatMap(({ item }) => sortKey(item, field) ?? [])
  const first = keys[0]
  const last = keys.at(-1)
  if (first === undefined || last === undefined) return undefined
  const started = pages[0]?.sequence ?? 0
  return sightingsOf(everything).find(({ item, exchange }) => {
    if (ids.has(item.id)) return false
    const key = sortKey(item, field)
    if (key === undefined || !before(key, last, sign)) return false
    return exchange.sequence < started || before(first, key, sign)
  })
}

/**
 * An item that a complete walk never came to, though it was seen before the walk's last full page was asked for.
 * What arrived after that may have filled a page that was read already.
 */
export function neverReached(pages: readonly Exchange[], everything: readonly Exchange[]): Sighting | undefined {
  const read = sightingsOf(pages)
  const ids = new Set(read.map(({ item }) => item.id))
  const until = (read.at(-1)?.exchange ?? pages[0])?.sequence ?? 0
  return sightingsOf(everything).find(({ item, exchange }) => exchange.sequence < until && !ids.has(item.id))
}

/**
 * An item that a complete walk never came to, though another request showed it afterwards. It may have arrived
 * meanwhile, which only asking for the end of the list again can tell.
 */
export function foundAfterwards(pages: readonly Exchange[], everything: readonly Exchange[]): Sighting | undefined {
  const ids = new Set(sightingsOf(pages).map(({ item }) => item.id))
  const until = pages.at(-1)?.sequence ?? 0
  return sightingsOf(everything).find(({ item, exchange }) => exchange.sequence > until && !ids.has(item.id))
}

/** An item that a page of a sorted list lacks, though the page went on to another value than its. */
export function cutOff(page: Sighting[], everything: readonly Exchange[], field: string): Sighting | undefined {
  const ids = new Set(page.map(({ item }) => item.id))
  const keys = new Set(keysOf(page, field))
  const last = page.at(-1)
  if (last) keys.delete(sortKey(last.item, field) ?? '')
  return sightingsOf(everything).find(({ item }) => {
    const key = sortKey(item, field)
    return key !== undefined && keys.has(key) && !ids.has(item.id)
  })
}

function before(a: SortKey, b: SortKey, sign: 1 | -1): boolean {
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * sign < 0
  return sign > 0 ? a < b : a > b
}
