import { type Exchange, type Item, listOf } from './exchange.ts'
import { listOfOperation } from './operation.ts'
import { sortKey } from './order.ts'
import { sightingsOf } from './walk.ts'

/** How two answers to what should be the same first page differ. */
export type Difference = 'missing' | 'extra' | 'order' | 'order of equal keys'

/**
 * Tells how a later answer differs from an earlier one to the same question, arrivals allowed for: an item that
 * nobody saw before, and newer than all that were seen, may stand anywhere in the later answer and push others past its end.
 * Undefined when the two agree, or when one of them is no list.
 *
 * @param history What else was exchanged, to tell an arrival from what was there before.
 */
export function difference(
  earlier: Exchange,
  later: Exchange,
  history: readonly Exchange[],
  sortBy = listOfOperation(earlier.operation)?.order?.sortBy.default,
): Difference | undefined {
  const before = listOf(earlier)
  const after = listOf(later)
  if (!before || !after) return undefined
  const known = sightingsOf(history.filter(({ sequence }) => sequence <= earlier.sequence)).map(({ item }) => item)
  const knownIds = new Set([...known, ...before].map(({ id }) => id))
  const latest = latestOf([...known, ...before], earlier)
  const earlierIds = new Set(before.map(({ id }) => id))
  const extra = after.filter(({ id }) => !earlierIds.has(id))
  const isArrival = (each: Item) => !knownIds.has(each.id) && !((timeOf(each, later) ?? latest) < latest)
  const ids = new Set(after.map(({ id }) => id))
  const kept = before.filter(({ id }) => ids.has(id))
  const gone = before.length - kept.length
  // Where some were deleted, as many of the next page slide in at the end.
  const slidIn = extra.filter((each) => !isArrival(each))
  if (slidIn.length > gone || slidIn.some((each, index) => after.at(index - slidIn.length) !== each)) return 'extra'
  const arePushedOut = gone <= extra.length && !before.slice(kept.length).some(({ id }) => ids.has(id))
  if (slidIn.length > 0 || !arePushedOut) return 'missing'
  const common = after.filter(({ id }) => earlierIds.has(id))
  if (common.every(({ id }, index) => kept[index]?.id === id)) return undefined
  const sameKeys = common.every((item, index) => {
    const other = kept[index]
    return sortBy !== undefined && other && sortKey(item, sortBy) === sortKey(other, sortBy)
  })
  return sameKeys ? 'order of equal keys' : 'order'
}

/** How many items the later answer has that the earlier has not. */
export function newcomers(earlier: Exchange, later: Exchange): number {
  const before = new Set(listOf(earlier)?.map(({ id }) => id))
  return (listOf(later) ?? []).filter(({ id }) => !before.has(id)).length
}

/** The first item that one of two pages holds, and the other not. */
export function firstDiffering(earlier: Exchange, later: Exchange): Item | undefined {
  const [before, after] = [listOf(earlier) ?? [], listOf(later) ?? []]
  const lacks = (items: Item[]) => (each: Item) => !items.some(({ id }) => id === each.id)
  return before.find(lacks(after)) ?? after.find(lacks(before))
}

/** When an item came to be, in milliseconds; undefined where that isn't told. */
export function timeOf(item: Item, { operation }: Pick<Exchange, 'operation'>): number | undefined {
  const field = listOfOperation(operation)?.time
  const key = field === undefined ? undefined : sortKey(item, field)
  return typeof key === 'number' ? key : undefined
}

/** When the newest of them came to be, in milliseconds; -Infinity where none tells. */
export const latestOf = (items: readonly Item[], exchange: Pick<Exchange, 'operation'>): number =>
  items.reduce((latest, item) => Math.max(latest, timeOf(item, exchange) ?? latest), Number.NEGATIVE_INFINITY)

/** Whether two pages hold the same items in the same order. */
export const sameIds = (a: Exchange, b: Exchange) =>
  JSON.stringify(listOf(a)?.map(({ id }) => id)) === JSON.stringify(listOf(b)?.map(({ id }) => id))
