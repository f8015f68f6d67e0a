import type { OperationFacts } from '../../../generated/facts.ts'
import { type Clause, groups, type Rule } from '../clause.ts'
import { type List, listOfOperation, operations } from '../operation.ts'
import { authenticationRules } from './authentication.ts'
import { filterRules } from './filters.ts'
import { hostileRules } from './hostile.ts'
import { itemRules } from './items.ts'
import { leakRule } from './leak-errors.ts'
import { pagingRules } from './paging.ts'
import { responseRules } from './response.ts'
import { sortingRules } from './sorting.ts'
import { steadinessRules } from './steadiness.ts'
import { tenancyRules } from './tenancy.ts'

/** What holds for every operation. */
const every = (operation: OperationFacts): Rule[] => [
  ...responseRules(operation),
  ...itemRules(operation),
  ...authenticationRules(operation),
  ...tenancyRules(operation),
  ...hostileRules(operation),
  ...steadinessRules(operation),
  leakRule(operation),
]

/** What holds for every list. */
const lists = (list: List): Rule[] => [...pagingRules(list), ...sortingRules(list), ...filterRules(list)]

/** A field may be called `shape`, and a parameter `repeated`: their clauses have another id than the ones that are always so called. */
export function withDistinctIds(rules: readonly Rule[]): Omit<Rule, 'isNamed'>[] {
  const taken = new Set(rules.flatMap(({ id, isNamed }) => (isNamed ? [] : [id])))
  return rules.map(({ isNamed, ...rule }) => {
    let { id } = rule
    while (isNamed && taken.has(id)) id += '-value'
    taken.add(id)
    return { ...rule, id }
  })
}

/** Every clause of an operation, in the order of a report. */
function clausesOf(operation: OperationFacts): Clause[] {
  const list = listOfOperation(operation)
  return withDistinctIds([...every(operation), ...(list ? lists(list) : [])])
    .map((rule) => ({ ...rule, operation }))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
}

/** Every clause of the contract, in the order of a report. */
export const clauses: readonly Clause[] = operations.flatMap(clausesOf)
