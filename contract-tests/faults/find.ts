import { closest } from 'fastest-levenshtein'

/** The entry of that name; without one, an error that suggests the nearest. */
export function findByName<T extends { name: string }>(entries: readonly T[], name: string): T {
  const found = entries.find((entry) => entry.name === name)
  if (found) return found
  const names = entries.map((entry) => entry.name)
  throw new Error(`there is no fault "${name}"; did you mean "${closest(name, names)}"?`)
}
