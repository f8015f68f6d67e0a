/** What to say of an option that there isn't: the one that was meant, where one is near, and all that there are. */
export function unknownOption(name: string, names: readonly string[]): string {
  const [nearest] = [0, 1, 2, 3, 4].flatMap((edits) =>
    names.filter((known) => edits <= Math.max(2, known.length * 0.4) && isNear(name, known, edits)),
  )
  return `${name} is no option.${nearest ? ` Did you mean ${nearest}?` : ''} There are ${names.join(', ')}`
}

/**
 * Whether one word becomes the other, whatever their case, by so few letters put in, left out or replaced. The library that the command
 * line has for this is a tenth of what the whole client weighs.
 */
function isNear(one: string, other: string, edits: number): boolean {
  const [rest, otherRest] = [one.slice(1), other.slice(1)]
  if (one && one[0]?.toLowerCase() === other[0]?.toLowerCase()) return isNear(rest, otherRest, edits)
  if (!edits) return one === other
  return isNear(rest, other, edits - 1) || isNear(one, otherRest, edits - 1) || isNear(rest, otherRest, edits - 1)
}
