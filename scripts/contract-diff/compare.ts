import { isDeepStrictEqual } from 'node:util'
import type { Contract } from '../generate/contract.ts'
import type { Change } from './change.ts'
import { constraints, type Turn } from './constraints.ts'
import { meanings, type Rating } from './meanings.ts'
import { type Direction, type Place, placesOf } from './places.ts'
import { showEdit } from './show-value.ts'

/** Compares what both contracts have, keyword by keyword, by what a change does to callers, readers and checks. */
export function compareContracts(base: Contract, revision: Contract): Change[] {
  const after = placesOf(revision)
  return [...placesOf(base)].flatMap(([name, place]) => {
    const now = after.get(name)
    return now ? comparePlace(name, place, now) : []
  })
}

function comparePlace(place: string, before: Place, after: Place): Change[] {
  const keywords = new Set([...Object.keys(before.keywords), ...Object.keys(after.keywords)])
  return [...keywords].flatMap((keyword) => {
    const [was, is] = [before.keywords[keyword], after.keywords[keyword]]
    if (isDeepStrictEqual(was, is)) return []
    const rating = rate(keyword, was, is, after.direction)
    return rating ? [{ place, keyword, what: showEdit(keyword, was, is), ...rating }] : []
  })
}

function rate(keyword: string, was: unknown, is: unknown, direction: Direction): Rating {
  const turn = constraints[keyword]?.(was, is)
  return turn ? rateTurn(turn, direction) : meanings[keyword]?.(was, is, direction)
}

function rateTurn(turn: Turn, direction: Direction): Rating {
  if (turn === 'other') return { impact: 'major', why: 'what was allowed and what is allowed differ' }
  if (direction === 'request') {
    return turn === 'tighter'
      ? { impact: 'major', why: 'a request that was right can be wrong now' }
      : { impact: 'minor', why: 'more requests are right' }
  }
  return turn === 'tighter'
    ? { impact: 'minor', why: 'readers are promised more, and checks demand it' }
    : { impact: 'major', why: 'readers get what they were promised not to get' }
}
