import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import type { Exchange } from './exchange.ts'
import { listOf } from './exchange.ts'
import { sortKey } from './order.ts'
import { sightingsOf } from './walk.ts'

const { parameters } = operations.listConversations

/** How two answers to what should be the same first page differ. */
export type Difference = 'missing' | 'extra' | 'order' | 'order of equal keys'

/**
 * Tells how a later answer differs from an earlier one to the same question, arrivals allowed for: a conversation that
 * nobody saw before, and newer than all that were seen, may stand anywhere in the later answer and push others past its end.
 * Undefined when the two agree, or when one of them is no list.
 *
 * @param history What else was exchanged, to tell an arrival from what was there before.
 */
export function difference(
  earlier: Exchange,
  later: Exchange,
  history: readonly Exchange[],
  sortBy: string = parameters.sortBy.default,
): Difference | undefined {
  const before = listOf(earlier)
  const after = listOf(later)
  if (!before || !after) return undefined
  const known = sightingsOf(history.filter(({ sequence }) => sequence <= earlier.sequence)).map(
    ({ conversation }) => conversation,
  )
  const knownIds = new Set([...known, ...before].map(({ id }) => id))
  const latest = latestOf([...known, ...before])
  const earlierIds = new Set(before.map(({ id }) => id))
  const extra = after.filter(({ id }) => !earlierIds.has(id))
  const isArrival = (each: Conversation) => !knownIds.has(each.id) && !(timeOf(each) < latest)
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
  const sameKeys = common.every((conversation, index) => {
    const other = kept[index]
    return other && sortKey(conversation, sortBy) === sortKey(other, sortBy)
  })
  return sameKeys ? 'order of equal keys' : 'order'
}

/** How many conversations the later answer has that the earlier has not. */
export function newcomers(earlier: Exchange, later: Exchange): number {
  const before = new Set(listOf(earlier)?.map(({ id }) => id))
  return (listOf(later) ?? []).filter(({ id }) => !before.has(id)).length
}

const timeOf = (conversation: Conversation) => Number(sortKey(conversation, parameters.sortBy.default) ?? Number.NaN)

/** The creation time of the newest, in milliseconds; -Infinity of none. */
export const latestOf = (conversations: readonly Conversation[]): number =>
  conversations
    .map(timeOf)
    .filter(Number.isFinite)
    .reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY)

/** Whether two pages hold the same conversations in the same order. */
export const sameIds = (a: Exchange, b: Exchange) =>
  JSON.stringify(listOf(a)?.map(({ id }) => id)) === JSON.stringify(listOf(b)?.map(({ id }) => id))
