import { closest } from 'fastest-levenshtein'
import { bodyFaults } from './bodies.ts'
import { equalRequestFaults } from './equal-requests.ts'
import type { Fault, Oddity } from './fault.ts'
import { fieldFaults } from './fields.ts'
import { filterFaults } from './filters.ts'
import { hostileFaults } from './hostile.ts'
import { intrusiveFaults } from './intrusive.ts'
import { lastPageFaults } from './last-pages.ts'
import { limitFaults } from './limits.ts'
import { listFaults } from './lists.ts'
import { answerOddities } from './odd-answers.ts'
import { dataOddities } from './odd-data.ts'
import { refusalOddities } from './odd-refusals.ts'
import { organizationIdFaults } from './organization-ids.ts'
import { pagingFaults } from './paging.ts'
import { refusalFaults } from './refusals.ts'
import { sortFieldFaults } from './sort-fields.ts'
import { sortParameterFaults } from './sort-parameters.ts'
import { sortingFaults } from './sorting.ts'
import { statusFaults } from './statuses.ts'
import { steadinessFaults } from './steadiness.ts'
import { tenancyFaults } from './tenancy.ts'
import { tieFaults } from './ties.ts'
import { tokenFaults } from './tokens.ts'
import { valueFaults } from './values.ts'

export { type Fault, type Need, type Oddity, sandboxWith } from './fault.ts'

/** Every bug that the sandbox can be given. */
export const faults: readonly Fault[] = [
  ...fieldFaults,
  ...valueFaults,
  ...listFaults,
  ...statusFaults,
  ...bodyFaults,
  ...tokenFaults,
  ...refusalFaults,
  ...tenancyFaults,
  ...pagingFaults,
  ...lastPageFaults,
  ...limitFaults,
  ...sortParameterFaults,
  ...sortFieldFaults,
  ...sortingFaults,
  ...tieFaults,
  ...filterFaults,
  ...hostileFaults,
  ...organizationIdFaults,
  ...intrusiveFaults,
  ...steadinessFaults,
  ...equalRequestFaults,
]

/** Every way to differ from the sandbox that the contract allows, and that no clause may accuse. */
export const oddities: readonly Oddity[] = [...dataOddities, ...answerOddities, ...refusalOddities]

/** The entry of that name; without one, an error that suggests the nearest. */
export function findByName<T extends { name: string }>(entries: readonly T[], name: string): T {
  const found = entries.find((entry) => entry.name === name)
  if (found) return found
  const names = entries.map((entry) => entry.name)
  throw new Error(`there is no fault "${name}"; did you mean "${closest(name, names)}"?`)
}
