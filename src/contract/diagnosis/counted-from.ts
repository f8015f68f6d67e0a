import type { Check, Group } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { type List, listOfOperation, nounOf } from '../operation.ts'
import { compare, keysOf } from '../order.ts'
import { asked, queryOf, sightingsOf } from '../walk.ts'
import type { Cause } from './diagnosis.ts'

/** Pages are counted from another number than the contract's first, as those of an array are. */
export const countedFrom: Cause = async ({ answers, findings, check }) => {
  const list = listOfOperation(check.operation)
  if (!list || !findings.some(({ clause }) => clause.group === 'paging')) return undefined
  const shown = (await shownAhead(check, list, answers)) ?? (await shownBySize(check, list))
  if (!shown) return undefined
  const { page, first } = list
  return {
    id: `counted-from-${first - 1}`,
    says: `Pages are counted from ${first - 1}: ${page.name}=${first} is not the first page, ${shown.words}. The contract counts from ${first}`,
    exchanges: shown.exchanges,
    explains: ({ at, exchanges }, { group, last }) =>
      // What clauses find in one page by itself has nothing to do with its number.
      (compared.includes(group) && at === undefined && (exchanges.length > 1 || (group === 'paging' && !last))) ||
      exchanges.some((each) => asked(each, 'page') !== undefined && Number(asked(each, 'page')) < first),
  }
}

/** The groups of clauses in which it shows that the first items are missing, when answers are held against each other. */
const compared: readonly Group[] = ['paging', 'sorting', 'filtering']

/** What shows it: the exchanges, and which page is the first one instead. */
interface Shown {
  words: string
  exchanges: Exchange[]
}

/** A page before the first has items that stand nowhere else. A server may refuse that page, and give it when none is asked for. */
async function shownAhead(check: Check, list: List, answers: readonly Exchange[]): Promise<Shown | undefined> {
  const { page, first, order } = list
  const before = first - 1
  const one = await check.survey.explicit()
  const numbered = await check.ask.any({ query: queryOf(list, { ...check.survey.defaults, page: before }) })
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
  return {
    words: `${isNumbered ? `${page.name}=${before}` : `the answer without ${page.name}`} is, with ${nounOf(check.operation).many} that no page from ${first} on holds`,
    exchanges: [one, zero],
  }
}

/** No page is the first one: where each leaves out one page, the larger page leaves out more. */
async function shownBySize(check: Check, list: List): Promise<Shown | undefined> {
  const { first, limit } = list
  if (!limit) return undefined
  const one = await check.survey.explicit()
  const items = listOf(one)
  const size = Number(asked(one, 'limit'))
  if (!items || items.length < 2 || items.length < size) return undefined
  const single = (page: number) => check.ask.any({ query: queryOf(list, { ...check.survey.defaults, page, limit: 1 }) })
  const [start, match] = [await single(first), await single(first - 1 + size)]
  const [skipped, same] = [start, match].map((each) => (listOf(each)?.length === 1 ? listOf(each)?.[0]?.id : undefined))
  if (skipped === undefined || items.some(({ id }) => id === skipped) || same !== items[0]?.id) return undefined
  return {
    words: `it begins after as many ${nounOf(check.operation).many} as ${limit.name} asks for, which no page holds`,
    exchanges: [one, match],
  }
}
