import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import type { List, Order, Part } from '../operation.ts'
import { firstDiffering } from '../same-page.ts'
import { unexplained } from './changes.ts'

type PartName = 'page' | 'limit' | 'sortBy' | 'sortDirection'

/** Leaving a parameter out must give what saying its default gives. */
function defaultRule(list: List, id: string, group: Rule['group'], part: PartName, parameter: Part): Rule {
  const { name } = parameter
  return {
    id,
    group,
    says: `Without ${name}, the answer is the one for ${name}=${parameter.default}`,
    statement: parameter,
    severity: 'violated',
    compares: true,
    async judge(check) {
      const { survey } = check
      await survey.newest()
      const explicit = await survey.explicit()
      const size = listOf(explicit)?.length
      if (!size) return notExercised('the list with every default said out loud shows nothing')
      if (part === 'limit' && size < Number(parameter.default)) {
        return notExercised(`a page of ${parameter.default} is not filled, so another default would not show`)
      }
      const bare = await survey.bare()
      if (listOf(bare) && !(await differ(check, bare, explicit, part))) {
        return part === 'limit' ? secondPage(list, check) : []
      }
      const { [part]: _, ...others } = survey.defaults
      const without = await survey.page(others)
      if (!listOf(without)) return notExercised(`without ${name}, the answer is ${describe(without)}`)
      const found = await differ(check, explicit, without, part)
      if (!found) return []
      return [
        {
          expected: `what ${name}=${parameter.default} gives, in the same order`,
          actual: `${describe(without)}: ${found}`,
          exchanges: [explicit, without],
          item: firstDiffering(explicit, without),
          ...(found === 'order of equal keys' && { isTie: true }),
        },
      ]
    },
  }
}

/** A limit that has its default only together with a page, or only on the first one, tears the pages apart. */
async function secondPage({ first, limit }: List, check: Check): Promise<Finding[]> {
  const [, explicit] = (await check.survey.small()).pages
  if (!explicit || listOf(explicit)?.length !== limit?.default) return []
  const without = await check.survey.page({ page: first + 1 })
  const found = listOf(without) && (await differ(check, explicit, without, 'limit'))
  if (!found) return []
  return [
    {
      expected: describe(explicit),
      actual: `${describe(without)}: ${found}`,
      exchanges: [explicit, without],
      item: firstDiffering(explicit, without),
    },
  ]
}

/** A page of another size starts alike, so sizes are compared too: they differ by arrivals only when the page isn't full. */
async function differ(check: Check, earlier: Exchange, later: Exchange, part: PartName): Promise<string | undefined> {
  const found = await unexplained(check, earlier, later)
  if (found) return found
  const [before, after] = [listOf(earlier)?.length ?? 0, listOf(later)?.length ?? 0]
  return part === 'limit' && before !== after ? 'another size of page' : undefined
}

export const pagingDefaults = (list: List): Rule[] => [
  ...(list.page.default === undefined ? [] : [defaultRule(list, 'paging-default-page', 'paging', 'page', list.page)]),
  ...(list.limit ? [defaultRule(list, 'paging-default-limit', 'paging', 'limit', list.limit)] : []),
]

export const sortingDefaults = (list: List, { sortBy, sortDirection }: Order): Rule[] => [
  defaultRule(list, 'sorting-default-field', 'sorting', 'sortBy', sortBy),
  defaultRule(list, 'sorting-default-direction', 'sorting', 'sortDirection', sortDirection),
]
