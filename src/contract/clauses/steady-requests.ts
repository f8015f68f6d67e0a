import type { OperationFacts } from '../../../generated/facts.ts'
import type { Check, Finding, Rule } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { listOfOperation, nounOf } from '../operation.ts'
import { type Difference, firstDiffering } from '../same-page.ts'
import { orderAsked } from '../walk.ts'
import { unexplained } from './changes.ts'
import { ownLists } from './lists.ts'
import type { OrderedList } from './sortable.ts'
import { type Direction, inversionFindings } from './sorted.ts'

export const equalRequests = (operation: OperationFacts): Rule => ({
  id: 'steady-equal-requests',
  group: 'steadiness',
  says: `Equal requests are answered alike, but for ${nounOf(operation).many} that arrived in between`,
  statement: operation,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const { survey, ask } = check
    if (!listOfOperation(operation)) return sameAnswer(check)
    const findings: Finding[] = []
    const bare = await survey.bare()
    const first = [await survey.newest(), bare]
    // At the same time, as a client that reads ahead asks; and one right after the other, so that nothing of it sticks.
    const later = await Promise.all(first.map(({ query }) => ask.again(query)))
    for (const [index, before] of first.entries()) {
      const after = later[index] as Exchange
      const found = await unexplained(check, before, after)
      if (!found || (found === 'missing' && !(await isFault(check, before, after)))) continue
      findings.push({
        expected: `the same ${nounOf(operation).many} in the same order`,
        actual: words(operation)[found] + (await whenTogether(check, before, first.toSpliced(index, 1))),
        exchanges: [before, after],
        // The creation time of an item does not change.
        certain: found === 'order',
        item: firstDiffering(before, after),
        ...(found === 'order of equal keys' && { isTie: true }),
      })
    }
    return findings
  },
})

/** A hint, where an answer is another one beside a second request, each time, and never alone: one gets what the other left. */
async function whenTogether(check: Check, before: Exchange, others: Exchange[]): Promise<string> {
  const { ask } = check
  for (let time = 0; time < 2; time++) {
    if (await unexplained(check, before, await ask.again(before.query))) return ''
  }
  const [again] = await Promise.all([before, ...others].map(({ query }) => ask.again(query)))
  const isSame = !again || !(await unexplained(check, before, again))
  return isSame ? '' : ', but only while another request is answered: as if the two shared a variable'
}

/** What is no list is the same text each time. */
async function sameAnswer({ survey, ask }: Check): Promise<Finding[]> {
  const before = await survey.bare()
  const after = await ask.again(before.query)
  if (!before.answer || !after.answer || before.answer.text === after.answer.text) return []
  return [{ expected: 'the same answer', actual: 'another one', exchanges: [before, after] }]
}

/** So many items may be deleted between two requests of a check, and no more. */
const mostDeletions = 5

/** Whether items that were missing are there again, or too many are gone. What was deleted stays away. */
async function isFault(check: Check, before: Exchange, after: Exchange): Promise<boolean> {
  const present = new Set(listOf(after)?.map(({ id }) => id))
  const gone = listOf(before)?.filter(({ id }) => !present.has(id)) ?? []
  if (gone.length > mostDeletions) return true
  const again = listOf(await check.ask.again(before.query)) ?? []
  return again.some(({ id }) => gone.some((each) => each.id === id))
}

function words(operation: OperationFacts): Record<Difference, string> {
  const { many } = nounOf(operation)
  return {
    missing: `${many} that were there before are missing`,
    extra: `${many} that were elsewhere before`,
    order: 'another order',
    'order of equal keys': `another order of ${many} with equal ${listOfOperation(operation)?.order?.sortBy.default}`,
  }
}

/** A list that says how it is sorted keeps to that each time. */
export const steadyOrder = (list: OrderedList): Rule => ({
  id: 'steady-order',
  group: 'steadiness',
  says: 'Each time the list is asked for, it is in the order that was asked for',
  statement: list.order.sortDirection,
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    const { sortBy, ascending, descending } = list.order
    return [ascending, descending].flatMap((direction) => {
      const lists = ownLists(check).filter((exchange) => exchange.wellFormed && isIn(list, direction, exchange))
      const findings = lists.flatMap((each) => inversionFindings(list, [each], sortBy.default, direction, check))
      // What is out of order most of the time is the matter of the clauses on sorting.
      return findings.length * 2 > lists.length ? [] : findings
    })
  },
})

/** Whether an exchange asked for the default field of the list, in this direction. */
function isIn({ order }: OrderedList, direction: Direction, exchange: Exchange): boolean {
  const { sortBy, sortDirection } = orderAsked(exchange, order)
  return sortBy === order.sortBy.default && sortDirection === direction
}
