import type { Check, Clause, Finding } from './clause.ts'
import { type Entry, type Exchange, entriesOf, isRecord } from './exchange.ts'
import { segmentsOf } from './json-pointer.ts'
import { bodyOf } from './operation.ts'

/** Equal findings, told by the first of them. */
export interface Break extends Finding {
  /** How many items have it; where a clause doesn't look at each item, how often it was found. */
  count: number
  /** How many items there are to have it. */
  of?: number
}

/** Findings that say the same are one, with a count. A list is read several times over: each of its items counts once. */
export function gather(clause: Clause, findings: readonly Finding[], { exchanges, operation }: Check): Break[] {
  const kinds = new Map<string, { first: Finding; seen: Set<unknown> }>()
  for (const finding of findings) {
    const key = JSON.stringify(kindOf(clause, finding))
    const kind = kinds.get(key) ?? { first: finding, seen: new Set() }
    kinds.set(key, kind)
    kind.seen.add((clause.each && itemOf(finding)) ?? finding)
  }
  const isList = clause.each && kinds.size > 0 && bodyOf(operation)?.items !== undefined
  const of = isList ? countItems(exchanges()) : 0
  return [...kinds.values()].map(({ first, seen }) => ({
    ...first,
    count: seen.size,
    ...(isList && { of: Math.max(of, seen.size) }),
  }))
}

/** What findings of one kind share. Where a clause looks at each item, that is the rule alone: the values differ. */
function kindOf({ each, severity: usual, statement: whole }: Clause, finding: Finding): unknown[] {
  const { expected, actual, at, severity = usual, statement = whole } = finding
  const place = at === undefined ? undefined : segmentsOf(at).filter((segment) => !/^\d+$/.test(segment))
  return [expected, severity, statement.pointer, place, ...(each ? [] : [actual])]
}

/** What tells the item that a finding is in from others. */
function itemOf({ at = '', exchanges }: Finding): string | undefined {
  const exchange = exchanges.at(-1)
  const [index] = segmentsOf(at)
  const entry = exchange && index !== undefined ? entriesOf(exchange)[Number(index)] : undefined
  return exchange && entry && identityOf(entry, exchange)
}

const countItems = (exchanges: readonly Exchange[]): number =>
  new Set(
    exchanges
      .filter(({ answer }) => answer?.status === 200)
      .flatMap((exchange) => entriesOf(exchange).map((entry) => identityOf(entry, exchange))),
  ).size

/** The id of an item; of one that has none, all that it is. */
function identityOf({ value }: Entry, { operation }: Exchange): string {
  const id = isRecord(value) ? value[operation.list?.id ?? ''] : undefined
  return JSON.stringify(typeof id === 'string' || typeof id === 'number' ? id : [value])
}
