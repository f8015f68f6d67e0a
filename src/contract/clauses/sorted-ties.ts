import { type Check, notExercised, type Rule } from '../clause.ts'
import { type Exchange, isRefused, listOf } from '../exchange.ts'
import { nounOf } from '../operation.ts'
import { difference, sameIds } from '../same-page.ts'
import { walkOver } from '../walk.ts'
import { ownLists } from './lists.ts'
import { repeatFindings } from './page-borders.ts'
import { fewValuedFields, type OrderedList } from './sortable.ts'
import { noListFinding, sortedPage } from './sorted.ts'

/** Another one comes first than sorting-field tries. */
const tiedFields = (list: OrderedList) => fewValuedFields(list).toReversed()

/** The first page sorted by the first of the fields that isn't refused; undefined when all are. */
async function firstTied(list: OrderedList, check: Check): Promise<{ field: string; page: Exchange } | undefined> {
  for (const field of tiedFields(list)) {
    const page = await sortedPage(list, check, field, list.order.ascending)
    if (!isRefused(page)) return { field, page }
  }
  return undefined
}

const refusesTied = (list: OrderedList) =>
  notExercised(`the server refuses to sort by ${tiedFields(list).join(' and ')}`)

const ties = (list: OrderedList): Rule => ({
  id: 'sorting-ties',
  group: 'sorting',
  says: 'Equal sort keys do not tear pages: nothing stands on two pages',
  statement: list.page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.forward()
    await check.survey.newest()
    const sorted = await firstTied(list, check)
    if (!sorted) return refusesTied(list)
    const { field, page } = sorted
    if (!listOf(page)) return [noListFinding(page)]
    const walk = await walkOver({ sortBy: field }, { first: list.first, most: 2 }, ({ page }) =>
      sortedPage(list, check, field, list.order.ascending, page),
    )
    if (walk.pages.length < 2) return notExercised('there is no second page')
    if (walk.end === 'broken') return walk.pages.slice(-1).map(noListFinding)
    if (sameIds(page, await check.survey.explicit())) return notExercised(`the server does not sort by ${field}`)
    return repeatFindings(walk, check)
  },
})

const stable = (list: OrderedList): Rule => ({
  id: 'sorting-stable',
  group: 'sorting',
  says: 'Equal requests put equal sort keys in the same order',
  statement: list.order.sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.forward()
    const sorted = await firstTied(list, check)
    if (!sorted) return refusesTied(list)
    const { field, page: first } = sorted
    if (!listOf(first)?.length) return notExercised(`there is no ${nounOf(list.operation).one}`)
    // A server may have two orders and take turns, so that every other answer is the same.
    const answers = [first]
    for (let time = 0; time < 3; time++) {
      const again = await check.ask.again(first.query)
      const found = difference(first, again, ownLists(check), field)
      // What is missing may have been deleted, and what is new may have been changed: the order is at stake here, and what comes back.
      const returns = answers.some((answer) => sameIds(answer, again)) && !sameIds(answers.at(-1) as Exchange, again)
      if (found === 'order' || found === 'order of equal keys' || returns)
        return [
          {
            expected: 'the same order',
            actual: `another answer${found ? `: ${found}` : ', and then this one again'}`,
            exchanges: [answers.at(-1) as Exchange, again],
            isTie: true,
          },
        ]
      answers.push(again)
      if (time === 1 && answers.every((answer) => sameIds(answer, first))) break
    }
    return []
  },
})

export const sortedTiesRules = (list: OrderedList): Rule[] =>
  tiedFields(list).length > 0 ? [ties(list), stable(list)] : []
