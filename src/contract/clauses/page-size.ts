import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { type List, nounOf } from '../operation.ts'
import { asked, type Walk } from '../walk.ts'
import { ownLists } from './lists.ts'

/** A list whose page size can be asked for. */
export type SizedList = List & { limit: NonNullable<List['limit']> }

/** What limit an exchange asked for. */
const askedLimit = (exchange: Exchange, { limit }: SizedList) => Number(asked(exchange, 'limit') ?? limit.default)

export const limitKept = (list: SizedList): Rule => ({
  id: 'paging-limit',
  group: 'paging',
  says: `A page holds at most limit ${nounOf(list.operation).many}, and fewer only at the end or when the server clamps the limit`,
  statement: list.limit,
  severity: 'violated',
  last: true,
  async judge(check) {
    const walks = [...(await check.survey.forward()), await check.survey.reversed()]
    const lists = ownLists(check).filter((exchange) => listOf(exchange)?.length)
    const { one, many } = nounOf(list.operation)
    if (lists.length === 0) return notExercised(`no list with a ${one} was answered`)
    const over = lists.flatMap((exchange) => {
      const most = askedLimit(exchange, list)
      const count = listOf(exchange)?.length ?? 0
      return count > most ? [{ expected: `at most ${most} ${many}`, actual: `${count}`, exchanges: [exchange] }] : []
    })
    const largest = Math.max(...lists.map((exchange) => listOf(exchange)?.length ?? 0))
    for (const walk of walks) over.push(...(await shortPageFindings(list, walk, largest, check)))
    return over
  },
})

/** A page that is shorter than it could be though another follows. What the server once gave in a page, it can give again. */
async function shortPageFindings(
  { operation, limit }: SizedList,
  walk: Walk,
  largest: number,
  check: Check,
): Promise<Finding[]> {
  const full = Math.min(walk.query.limit ?? limit.default, largest)
  const isShort = (exchange: Exchange) => (listOf(exchange)?.length ?? 0) < full
  const filled = walk.pages.filter((exchange) => listOf(exchange)?.length)
  const short = filled.slice(0, -1).find(isShort)
  // The last page may have been filled up by arrivals before the next was read.
  if (!short || !isShort(await check.ask.again(short.query))) return []
  return [
    { expected: `${full} ${nounOf(operation).many}, since more follow`, actual: describe(short), exchanges: [short] },
  ]
}
