import type { OperationFacts } from '../../../generated/facts.ts'
import type { Check, Finding, Rule } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { isBare503 } from '../haste.ts'
import { listOfOperation, nounOf } from '../operation.ts'
import { asked, sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'
import { responseStatement } from './response.ts'

export const answers = (operation: OperationFacts): Rule => ({
  id: 'steady-answers',
  group: 'steadiness',
  says: 'A well-formed request is always answered: never with a 5xx, a lost connection, half a body or an endless one',
  statement: responseStatement(operation, '5XX'),
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    // Where the pace is limited by 503, one that was answered at once when it was sent again is of that kind too.
    const isHaste = (exchange: Exchange) => check.refusals().length > 0 && isBare503(exchange)
    const failed = ownLists(check).filter(
      (exchange) => exchange.wellFormed && !isHaste(exchange) && (!exchange.answer || exchange.answer.status >= 500),
    )
    const endless = check.exchanges().filter(({ answer }) => answer?.unread)
    const findings = [
      ...failed.map((exchange) => ({ expected: 'an answer', actual: describe(exchange), exchanges: [exchange] })),
      ...endless.map((exchange) => ({
        expected: 'a body of modest size',
        actual: describe(exchange),
        exchanges: [exchange],
      })),
    ]
    return findings.length > 0 ? findings : emptyForAWhile(check)
  },
})

/** Empty lists that hold something when they are asked for again, though those had been seen before. */
async function emptyForAWhile(check: Check): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Map<string, number>()
  for (const { item, exchange } of sightingsOf(ownLists(check))) {
    seen.set(item.id, Math.min(exchange.sequence, seen.get(item.id) ?? exchange.sequence))
  }
  const empty = ownLists(check).filter((each) => each.wellFormed && listOf(each)?.length === 0)
  const seenBefore = (sequence: number) => [...seen.values()].filter((first) => first < sequence).length
  for (const exchange of empty.filter((each) => firstPlace(each) < seenBefore(each.sequence))) {
    const again = await check.ask.again(exchange.query)
    if (!listOf(again)?.some(({ id }) => (seen.get(id) ?? exchange.sequence) < exchange.sequence)) continue
    findings.push({
      expected: `${nounOf(check.operation).many} that were there before`,
      actual: 'an empty list, for a while',
      exchanges: [exchange, again],
    })
  }
  return findings
}

/** How many items stand before the page that an exchange asked for. */
function firstPlace(exchange: Exchange): number {
  const { first = 1, limit } = listOfOperation(exchange.operation) ?? {}
  const page = Number(asked(exchange, 'page') ?? first)
  return (page - first) * Number(asked(exchange, 'limit') ?? limit?.default ?? 1)
}
