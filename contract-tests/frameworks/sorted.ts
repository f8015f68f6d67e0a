type Value = string | number | boolean | null

/** In the order of one field, with the id to tell equal ones apart, as a database with a tie-break sorts. */
export function sorted(all: readonly Record<string, unknown>[], field: string, direction: unknown) {
  const sign = direction === 'DESC' ? -1 : 1
  return all.toSorted((one, two) => sign * (compare(one[field], two[field]) || compare(one.id, two.id)))
}

function compare(one: unknown, two: unknown): number {
  const [a, b] = [one as Value, two as Value]
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
