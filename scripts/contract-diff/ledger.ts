import { isDeepStrictEqual } from 'node:util'
import { segmentsOf } from '../../src/contract/json-pointer.ts'
import { type At, follow, type Pair } from './at.ts'
import { type Change, outweighs } from './change.ts'
import { type Direction, type Presence, rate, ratePresence } from './rate.ts'
import { showEdit } from './show-value.ts'
import { nameUses, through, type Use } from './use.ts'

type Found = Omit<Change, 'place'>

/** Which of the two contracts. */
export type Side = 'was' | 'is'

/** What was compared so far: what each thing is used for, and the changes, each of them once however often it is met. */
export class Ledger {
  readonly #found = new Map<string, { change: Found; uses: Use[] }>()
  readonly #uses = { was: new Map<string, Use[]>(), is: new Map<string, Use[]>() }
  readonly #operations: string[]

  /** @param operations The names of those that either contract has. */
  constructor(operations: string[]) {
    this.#operations = operations
  }

  /** Remembers what the thing at a pointer is used for. */
  visit(side: Side, pointer: string, use: Use): void {
    const uses = this.#uses[side]
    uses.set(pointer, [...(uses.get(pointer) ?? []), use])
  }

  /** Compares one keyword of a thing. */
  keyword(use: Use, pointer: string, keyword: string, was: unknown, is: unknown, direction: Direction): void {
    if (isDeepStrictEqual(was, is)) return
    const rating = rate(keyword, was, is, direction)
    if (rating) this.#add([was, is], use, { pointer, keyword, what: showEdit(keyword, was, is), ...rating })
  }

  /** Compares keywords of a thing that both contracts have. */
  keywords<T>(use: Use, { was, is }: Pair<T>, keywords: Iterable<keyof T & string>, direction: Direction): void {
    for (const keyword of keywords) {
      this.keyword(use, is.pointer, keyword, was.node[keyword], is.node[keyword], direction)
    }
  }

  /** Says that a thing is there in one of the contracts alone. */
  presence(kind: Presence, use: Use | undefined, was: At | undefined, is: At | undefined, direction: Direction): void {
    const [keyword, at] = is ? (['added', is] as const) : (['removed', was] as const)
    if (use && at)
      this.#add([], use, { pointer: at.pointer, keyword, ...ratePresence(kind, keyword, direction, at.node) })
  }

  /** Compares a thing that may be referred to and may be missing. */
  entry<T extends { $ref?: string }>(
    kind: Presence,
    use: Use,
    was: At<T> | undefined,
    is: At<T> | undefined,
    direction: Direction,
    compare: (ledger: Ledger, use: Use, pair: Pair<T>) => void,
  ): void {
    if (!was || !is) {
      // An entry comes or goes by itself; what it refers to may stay.
      const [gone, come] = [was, is].map((at) => at && { ...follow(at), pointer: at.pointer })
      this.presence(kind, use, gone, come, direction)
      return
    }
    const [before, after] = [follow(was), follow(is)]
    this.visit('was', before.pointer, through(use, before.pointer))
    this.visit('is', after.pointer, through(use, after.pointer))
    compare(this, through(use, after.pointer), { was: before, is: after })
  }

  changes(): Change[] {
    return [...this.#found.values()].map(({ change, uses }) => ({ ...change, place: nameUses(uses, this.#operations) }))
  }

  /** Names what stands at a pointer, or below a thing that both have; undefined where nothing was compared. */
  nameOf(side: Side, pointer: string): string | undefined {
    const uses = this.#uses[side].get(pointer)
    if (uses) return nameUses(uses, this.#operations)
    const end = pointer.lastIndexOf('/')
    const above = end > 0 ? this.nameOf(side, pointer.slice(0, end)) : undefined
    return above && `${above} ${segmentsOf(pointer).at(-1)}`
  }

  // What a shared thing was may differ from use to use, and so may who has to keep to it.
  #add(values: unknown[], use: Use, change: Found): void {
    const key = JSON.stringify([change.pointer, change.keyword, ...values.map((value) => value ?? null)])
    const known = this.#found.get(key)
    if (!known) this.#found.set(key, { change, uses: [use] })
    else {
      known.uses.push(use)
      if (outweighs(change.impact, known.change.impact)) known.change = change
    }
  }
}
