import { type Change, impacts, outweighs } from './change.ts'

/** Takes two lists of changes together: one entry for each keyword of a place, with the higher rating; the worst come first. */
export function mergeChanges(found: Change[], own: Change[]): Change[] {
  const merged = new Map<string, Change>()
  // The own check says why, so that it wins a tie.
  for (const change of [...own, ...found]) {
    const key = `${change.place} ${change.keyword}`
    const known = merged.get(key)
    if (!known || outweighs(change.impact, known.impact)) merged.set(key, change)
  }
  return [...merged.values()].sort(
    (one, other) =>
      impacts.indexOf(other.impact) - impacts.indexOf(one.impact) ||
      (one.place < other.place ? -1 : one.place > other.place ? 1 : 0),
  )
}
