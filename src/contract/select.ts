import { didYouMean } from '../text/nearest.ts'
import type { Clause } from './clause.ts'
import { clauses } from './clauses/index.ts'
import { CouldNotRunError } from './could-not-run.ts'
import { operationNames } from './operation.ts'
import { type OptionNames, optionNames } from './option-names.ts'

export interface Selection {
  /** Ids of the clauses to judge. Default: all. */
  only?: readonly string[] | undefined
  /** Ids of clauses to leave out. */
  skip?: readonly string[] | undefined
  /** Names of the operations to judge. Default: all. */
  operations?: readonly string[] | undefined
  /** Also judge what takes more than safe methods and modest values. Default: false. */
  intrusive?: boolean | undefined
}

/** The clauses to judge. A name that no clause has is an error, or a misspelt one would pass in silence. */
export function selectClauses(
  { only, skip = [], operations: chosen, intrusive = false }: Selection,
  names: OptionNames = optionNames,
): Clause[] {
  const ids = clauses.map(({ id }) => id)
  for (const id of [...(only ?? []), ...skip]) {
    if (!ids.includes(id)) throw new CouldNotRunError(`There is no clause "${id}".${didYouMean(id, ids)}`)
  }
  for (const name of chosen ?? []) {
    if (!operationNames.includes(name)) {
      throw new CouldNotRunError(
        `There is no operation "${name}".${didYouMean(name, operationNames)} The contract has ${operationNames.join(', ')}`,
      )
    }
  }
  const selected = clauses.filter(
    ({ id, operation }) =>
      (only?.includes(id) ?? true) && !skip.includes(id) && (chosen?.includes(operation.id) ?? true),
  )
  const withheld = selected.filter((clause) => clause.intrusive && !intrusive)
  if (selected.length === withheld.length) {
    throw new CouldNotRunError(
      withheld.length > 0
        ? `${withheld.map(({ id }) => id).join(', ')} needs ${names.intrusive}`
        : 'No clause is left to judge',
    )
  }
  return selected.filter((clause) => !withheld.includes(clause))
}
