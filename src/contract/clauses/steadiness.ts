import type { OperationFacts } from '../../../generated/facts.ts'
import type { Rule } from '../clause.ts'
import { listOfOperation } from '../operation.ts'
import { isOrdered } from './sortable.ts'
import { answers } from './steady-answers.ts'
import { equalRequests, steadyOrder } from './steady-requests.ts'
import { time } from './steady-time.ts'
import { steadyValues } from './steady-values.ts'

/** What stays the same from one request to the next. */
export function steadinessRules(operation: OperationFacts): Rule[] {
  const list = listOfOperation(operation)
  return [
    answers(operation),
    equalRequests(operation),
    ...(list && isOrdered(list) ? [steadyOrder(list)] : []),
    ...(list ? [steadyValues(list)] : []),
    time(operation),
  ]
}
