import { type Check, type Finding, type NotExercised, notExercised, type Rule } from '../clause.ts'
import { type Exchange, entriesOf } from '../exchange.ts'
import { nounOf } from '../operation.ts'
import { allOwnLists } from './lists.ts'

/** Every successful answer that holds anything, whatever that is. */
async function filled(check: Check): Promise<Exchange[] | NotExercised> {
  await check.survey.forward()
  await check.survey.reversed()
  const exchanges = allOwnLists(check).filter(
    (exchange) => exchange.answer?.status === 200 && entriesOf(exchange).length > 0,
  )
  return exchanges.length > 0 ? exchanges : notExercised(`no list with a ${nounOf(check.operation).one} was answered`)
}

/** A rule on all that the answers hold. */
export const onFilled = (
  rule: Omit<Rule, 'severity' | 'last' | 'judge'>,
  judge: (exchanges: Exchange[], check: Check) => Finding[],
): Rule => ({
  ...rule,
  severity: 'violated',
  last: true,
  async judge(check) {
    const exchanges = await filled(check)
    return Array.isArray(exchanges) ? judge(exchanges, check) : exchanges
  },
})
