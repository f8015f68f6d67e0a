import type { Impact } from './change.ts'
import { constraints, type Turn } from './constraints.ts'
import { meanings, type Rating } from './meanings.ts'

/** Who has to keep to a statement: the caller (request), the server (response), or both. */
export type Direction = 'request' | 'response' | 'both'

/** How much a changed keyword asks, and why; undefined where it asks nothing. */
export function rate(keyword: string, was: unknown, is: unknown, direction: Direction): Rating {
  const turn = constraints[keyword]?.(was, is)
  return turn ? rateTurn(turn, direction) : meanings[keyword]?.(was, is, direction)
}

/** How much it asks that fewer, more or other values are allowed. */
function rateTurn(turn: Turn, direction: Direction): NonNullable<Rating> {
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

/** Things that a contract can have or lack. An alternative is a branch of anyOf or oneOf, a condition all else that narrows. */
export type Presence = 'operation' | 'input' | 'answer' | 'property' | 'link' | 'example' | 'alternative' | 'condition'

/** What it asks that a thing is there now, or no more. */
export function ratePresence(
  kind: Presence,
  turn: 'added' | 'removed',
  direction: Direction,
  node: unknown,
): { impact: Impact; what: string; why?: string } {
  if (kind === 'alternative' || kind === 'condition') {
    const narrows = (kind === 'condition') === (turn === 'added')
    return { what: turn, ...rateTurn(narrows ? 'tighter' : 'looser', direction) }
  }
  if (kind === 'input' && turn === 'added' && (node as { required?: boolean }).required) {
    return { impact: 'major', what: 'added, and must be sent', why: 'a request that was right is wrong without it' }
  }
  return { what: turn, ...presences[kind][turn] }
}

const gone = { impact: 'major', why: 'whoever relies on it finds it no more' } as const
const more = { impact: 'minor', why: 'nobody has to use it' } as const

const presences: Record<
  Exclude<Presence, 'alternative' | 'condition'>,
  Record<'added' | 'removed', { impact: Impact; why?: string }>
> = {
  operation: { added: more, removed: gone },
  input: { added: more, removed: { impact: 'major', why: 'whoever sends it gets something else' } },
  answer: { added: { impact: 'minor', why: 'readers are told of more' }, removed: gone },
  property: { added: { impact: 'minor', why: 'one more that is described' }, removed: gone },
  link: {
    added: { impact: 'minor', why: '`verify` finds a value for a path parameter by it' },
    removed: { impact: 'minor', why: '`verify` finds no value for a path parameter by it any more' },
  },
  example: { added: { impact: 'patch' }, removed: { impact: 'patch' } },
}
