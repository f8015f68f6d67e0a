import type { Finding } from '../clause.ts'
import { type Exchange, entriesOf, isRecord } from '../exchange.ts'
import { segmentsOf } from '../json-pointer.ts'
import { bodyOf } from '../operation.ts'

/** The field of an item in which something was found, also when it is missing. */
export function fieldOf({ at, exchanges }: Finding): string | undefined {
  const operation = exchanges.at(-1)?.operation
  if (at === undefined || !operation) return undefined
  return segmentsOf(at)[bodyOf(operation)?.items ? 1 : 0]
}

/** All objects that answers hold, with the answer that holds each. */
export const recordsIn = (answers: readonly Exchange[]): { values: Record<string, unknown>; exchange: Exchange }[] =>
  answers
    .filter(({ answer }) => answer?.status === 200)
    .flatMap((exchange) =>
      entriesOf(exchange).flatMap(({ value }) => (isRecord(value) ? [{ values: value, exchange }] : [])),
    )

/** A few names as a sentence has them: `a`, `a and b`, `a, b and 3 more`. */
export function namesOf(names: readonly string[]): string {
  const [first = '', second] = names
  if (names.length <= 2) return second === undefined ? first : `${first} and ${second}`
  return names.length === 3 ? `${first}, ${second} and ${names[2]}` : `${first}, ${second} and ${names.length - 2} more`
}

/** A value as a sample, or its form where that is all that may be shown; nothing where it is masked. */
export function sampleOf(shown: string): string {
  const [, form] = /^a text (of the form .*) \(masked\)$/.exec(shown) ?? []
  if (form) return ` ${form}`
  return /^["\d-]|^(?:true|false)$/.test(shown) ? `, such as ${shown}` : ''
}
