import { operations } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import type { Walk } from '../walk.ts'
import { ownLists } from './lists.ts'

const { parameters } = operations.listConversations

const { limit } = parameters

/** What limit an exchange asked for. */
const askedLimit = ({ query }: Exchange) => Number(Object.fromEntries(query).limit ?? limit.default)

export const limitKept: Clause = {
  id: 'paging-limit',
  group: 'paging',
  says: 'A page holds at most limit conversations, and fewer only at the end or when the server clamps the limit',
  statement: limit,
  severity: 'violated',
  last: true,
  async judge(check) {
    const walks = [...(await check.survey.forward()), await check.survey.reversed()]
    const lists = ownLists(check).filter((exchange) => listOf(exchange)?.length)
    if (lists.length === 0) return notExercised('no list with a conversation was answered')
    const over = lists.flatMap((exchange) => {
      const most = askedLimit(exchange)
      const count = listOf(exchange)?.length ?? 0
      return count > most
        ? [{ expected: `at most ${most} conversations`, actual: `${count}`, exchanges: [exchange] }]
        : []
    })
    const largest = Math.max(...lists.map((exchange) => listOf(exchange)?.length ?? 0))
    for (const walk of walks) over.push(...(await shortPageFindings(walk, largest, check)))
    return over
  },
}

/** A page that is shorter than it could be though another follows. What the server once gave in a page, it can give again. */
async function shortPageFindings(walk: Walk, largest: number, check: Check): Promise<Finding[]> {
  const full = Math.min(walk.query.limit ?? limit.default, largest)
  const isShort = (exchange: Exchange) => (listOf(exchange)?.length ?? 0) < full
  const filled = walk.pages.filter((exchange) => listOf(exchange)?.length)
  const short = filled.slice(0, -1).find(isShort)
  // The last page may have been filled up by arrivals before the next was read.
  if (!short || !isShort(await check.ask.again(short.query))) return []
  return [{ expected: `${full} conversations, since more follow`, actual: describe(short), exchanges: [short] }]
}
