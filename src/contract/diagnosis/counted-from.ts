import type { Group } from '../clause.ts'
import { listOf } from '../exchange.ts'
import { listOfOperation, nounOf } from '../operation.ts'
import { compare, keysOf } from '../order.ts'
import { asked, queryOf, sightingsOf } from '../walk.ts'
import type { Cause } from './diagnosis.ts'

/** Pages are counted from another number than the contract's first, as those of an array are. */
export const countedFrom: Cause = async ({ answers, findings, check }) => {
  const list = listOfOperation(check.operation)
  if (!list || !findings.some(({ clause }) => clause.group === 'paging')) return undefined
  const { page, first, order } = list
  const before = first - 1
  const one = await check.survey.explicit()
  const numbered = await check.ask.any({ query: queryOf(list, { ...check.survey.defaults, page: before }) })
  // A server may refuse the page that it begins with, and give it when none is asked for.
  const isNumbered = Boolean(listOf(numbered)?.length)
  const zero = isNumbered ? numbered : await check.survey.bare()
  const [items, following] = [listOf(zero), listOf(one)]
  if (!items?.length || !following) return undefined
  // A server that takes such a page for the first one, or for any other, has its items elsewhere too.
  const ids = new Set(items.map(({ id }) => id))
  const usual = new Map(queryOf(list, check.survey.defaults))
  const pages = answers.filter(
    ({ query }) =>
      query.some(([name]) => name === page.name) &&
      query.every(([name, value]) => name === page.name || usual.get(name) === value),
  )
  if (sightingsOf(pages).some(({ item }) => ids.has(item.id))) return undefined
  if (order) {
    const [last, next] = [zero, one].map((each) => keysOf(sightingsOf([each]), order.sortBy.default))
    const [end, start] = [last?.at(-1), next?.[0]]
    if (end !== undefined && start !== undefined && compare(end, start) * order.sign > 0) return undefined
  }
  const { many } = nounOf(check.operation)
  return {
    id: `counted-from-${before}`,
    says: `Pages are counted from ${before}: ${page.name}=${first} is not the first page, ${isNumbered ? `${page.name}=${before} is` : `the answer without ${page.name} is`}, with ${many} that no page from ${first} on holds. The contract counts from ${first}`,
    exchanges: [one, zero],
    explains: ({ at, exchanges }, { group, last }) =>
      // What clauses find in one page by itself has nothing to do with its number.
      (shown.includes(group) && at === undefined && (exchanges.length > 1 || (group === 'paging' && !last))) ||
      exchanges.some((each) => asked(each, 'page') !== undefined && Number(asked(each, 'page')) < first),
  }
}

/** The groups of clauses in which it shows that the first items are missing, when answers are held against each other. */
const shown: readonly Group[] = ['paging', 'sorting', 'filtering']
