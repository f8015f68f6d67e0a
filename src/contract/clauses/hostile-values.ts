import type { ParameterFacts } from '../../../generated/facts.ts'
import type { List } from '../operation.ts'
import { markup } from './leaks.ts'

/** Values for a parameter that a server can't use, but gets. */
export interface HostileValues {
  /** What should be refused, or answered as if the parameter had its default. */
  strict: string[]
  /** What some servers understand in their own way, so that their answer may be another one. */
  loose: string[]
}

const tooLarge = '99999999999999999999'
const tooLong = 'x'.repeat(300)

/** Hostile values for a query parameter, by the part that it plays in a list, or else by its type. */
export function hostileValues(name: string, parameter: ParameterFacts, list: List | undefined): HostileValues {
  if (name === list?.page.name) {
    return { strict: [...belowMinimum(parameter, 1), '-1', `abc${markup}`, '1.5'], loose: [tooLarge] }
  }
  if (name === list?.limit?.name) return { strict: ['-1', `abc${markup}`], loose: ['0', '1.5'] }
  const { sortBy, sortDirection, ascending, descending } = list?.order ?? {}
  if (list && name === sortBy?.name) {
    // Databases refuse to sort by what has no order.
    const unordered = Object.entries(list.item.fields).flatMap(([field, { type }]) =>
      type === 'object' ? [field] : [],
    )
    const strict = [`no_such_field${markup}`, `${sortBy.default};'")--/../${tooLong}`, '__proto__']
    return { strict, loose: unordered }
  }
  if (name === sortDirection?.name && ascending && descending) {
    const otherCase = descending === descending.toLowerCase() ? descending.toUpperCase() : descending.toLowerCase()
    return { strict: [`SIDEWAYS${markup}`, `${sortDirection.default}; SELECT 1`], loose: [otherCase] }
  }
  // What nothing matches may be an empty list as well.
  return { strict: [], loose: ofType(parameter) }
}

const belowMinimum = ({ minimum }: ParameterFacts, assumed: number) =>
  (minimum ?? assumed) > 0 ? [String((minimum ?? assumed) - 1)] : []

function ofType(parameter: ParameterFacts): string[] {
  const injection = `' OR '1'='1${markup}`
  if (parameter.type === 'integer' || parameter.type === 'number') return [injection, tooLarge]
  if (parameter.type === 'boolean') return [injection, '2']
  return [injection, `%\u0000${tooLong}`]
}
