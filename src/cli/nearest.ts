import { closest, distance } from 'fastest-levenshtein'

/** The candidate that a mistyped word was most likely meant to be; undefined where none is near. Case doesn't count. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  const lower = candidates.map((candidate) => candidate.toLowerCase())
  if (!typed || lower.length === 0) return undefined
  const begun = lower.findIndex(
    (candidate) => typed.length > 2 && (candidate.includes(typed) || typed.includes(candidate)),
  )
  const best = begun >= 0 ? begun : lower.indexOf(closest(typed, lower))
  const candidate = lower[best] ?? ''
  const isNear = begun >= 0 || distance(typed, candidate) <= Math.max(1, Math.floor(candidate.length * 0.4))
  return isNear ? candidates[best] : undefined
}

/** A hint to put behind an error message, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates)
  return candidate ? ` Did you mean ${candidate}?` : ''
}
