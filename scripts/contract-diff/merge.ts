import { type Change, impacts, outweighs, worstOf } from './change.ts'

/** Takes two lists of changes together: one entry for each keyword of a thing, with the higher rating; the worst come first. */
export function mergeChanges(found: Change[], own: Change[]): Change[] {
  const merged = new Map<string, Change[]>()
  for (const change of own) {
    const key = keyOf(change)
    merged.set(key, [...(merged.get(key) ?? []), change])
  }
  // The own check says why and for whom, so that it wins a tie and names the place.
  for (const change of found) {
    const key = keyOf(change)
    const known = merged.get(key) ?? partsOf(change, own)
    const worst = worstOf(known)
    if (!worst) merged.set(key, [change])
    else if (outweighs(change.impact, worst)) merged.set(key, [{ ...change, place: known[0]?.place ?? change.place }])
  }
  return [...merged.values()]
    .flat()
    .sort(
      (one, other) =>
        impacts.indexOf(other.impact) - impacts.indexOf(one.impact) ||
        (one.place < other.place ? -1 : one.place > other.place ? 1 : 0),
    )
}

const keyOf = ({ pointer, keyword }: Change) => `${pointer} ${keyword}`

/** Where redocly diff says that all headers are gone, the own check names each of them. */
const partsOf = ({ pointer, keyword }: Change, own: Change[]): Change[] =>
  own.filter((change) => change.keyword === keyword && change.pointer.startsWith(`${pointer}/`))
