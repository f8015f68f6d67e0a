/** The entry of that name; without one, an error that suggests the nearest. */
export function findByName<T extends { name: string }>(entries: readonly T[], name: string): T {
  const found = entries.find((entry) => entry.name === name)
  if (found) return found
  const [nearest] = entries.map((entry) => entry.name).sort((one, other) => distance(name, one) - distance(name, other))
  throw new Error(`there is no fault "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}`)
}

/** Levenshtein's distance: how many letters to insert, delete or replace. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
