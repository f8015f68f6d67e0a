import { distance } from 'fastest-levenshtein'

/** The candidate that a mistyped word was most likely meant to be; undefined where none is near. Case doesn't count. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  if (!typed) return undefined
  const [best] = candidates
    .map((candidate) => ({ candidate, ...compare(typed, candidate.toLowerCase()) }))
    .filter(({ steps, length }) => steps < length && steps <= Math.max(2, length * 0.4))
    .sort((one, other) => one.steps - other.steps || other.prefix - one.prefix)
  return best?.candidate
}

/** A hint to put behind an error message, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates)
  return candidate ? ` Did you mean ${candidate}?` : ''
}

function compare(typed: string, candidate: string) {
  let prefix = 0
  while (prefix < typed.length && typed[prefix] === candidate[prefix]) prefix += 1
  // The beginning or another whole part of a name is a name that was left unfinished.
  const isPart =
    typed.length > 2 &&
    candidate
      .split('_')
      .concat(candidate)
      .some((part) => part.startsWith(typed))
  return { steps: isPart ? 0 : distance(typed, candidate), prefix, length: candidate.length }
}
