import { parameters } from '../../generated/facts.ts'
import type { Exchange } from './exchange.ts'
import { listOf } from './exchange.ts'
import { sortKey } from './order.ts'
import { sightingsOf } from './walk.ts'

/** How two answers to what should be the same first page differ. */
export type Difference = 'missing' | 'extra' | 'order' | 'order of equal keys'

/**
 * Tells how a later answer differs from an earlier one to the same question, arrivals allowed for: a conversation that
 * nobody saw before may stand anywhere in the later answer, and push others past its end.
 * Undefined when the two agree, or when one of them is no list.
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
  const known = new Set(
    sightingsOf(history.filter(({ sequence }) => sequence < later.sequence)).map(({ conversation }) => conversation.id),
  )
  const ids = new Set(after.map(({ id }) => id))
  const earlierIds = new Set(before.map(({ id }) => id))
  const arrivals = after.filter(({ id }) => !known.has(id)).length
  if (after.some(({ id }) => known.has(id) && !earlierIds.has(id))) return 'extra'
  const kept = before.filter(({ id }) => ids.has(id))
  const pushedOut = before.length - kept.length
  if (pushedOut > arrivals || before.slice(kept.length).some(({ id }) => ids.has(id))) return 'missing'
  const common = after.filter(({ id }) => earlierIds.has(id))
  const moved = common.findIndex(({ id }, index) => kept[index]?.id !== id)
  if (moved < 0) return undefined
  const sameKeys = common.every((conversation, index) => {
    const other = kept[index]
    return other && sortKey(conversation, sortBy) === sortKey(other, sortBy)
  })
  return sameKeys ? 'order of equal keys' : 'order'
}
