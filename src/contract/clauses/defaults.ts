import { operations } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { unexplained } from './changes.ts'

const { parameters } = operations.listConversations

/** Leaving a parameter out must give what saying its default gives. */
function defaultClause(
  id: string,
  group: Clause['group'],
  name: 'page' | 'limit' | 'sortBy' | 'sortDirection',
): Clause {
  return {
    id,
    group,
    says: `Without ${name}, the answer is the one for ${name}=${parameters[name].default}`,
    statement: parameters[name],
    severity: 'violated',
    compares: true,
    async judge(check) {
      const { survey } = check
      await survey.newest()
      const explicit = await survey.explicit()
      const size = listOf(explicit)?.length
      if (!size) return notExercised('the list with every default said out loud shows no conversation')
      if (name === 'limit' && size < parameters.limit.default) {
        return notExercised(`a page of ${parameters.limit.default} is not filled, so another default would not show`)
      }
      const bare = await survey.bare()
      if (listOf(bare) && !(await differ(check, bare, explicit, name))) return name === 'limit' ? secondPage(check) : []
      const { [name]: _, ...others } = survey.defaults
      const without = await survey.page(others)
      if (!listOf(without)) return notExercised(`without ${name}, the answer is ${describe(without)}`)
      const found = await differ(check, explicit, without, name)
      if (!found) return []
      return [
        {
          expected: `the conversations of ${name}=${parameters[name].default}, in the same order`,
          actual: `${describe(without)}: ${found}`,
          exchanges: [explicit, without],
        },
      ]
    },
  }
}

/** A limit that has its default only together with a page, or only on the first one, tears the pages apart. */
async function secondPage(check: Check): Promise<Finding[]> {
  const [, explicit] = (await check.survey.small()).pages
  if (!explicit || listOf(explicit)?.length !== parameters.limit.default) return []
  const without = await check.survey.page({ page: 2 })
  const found = listOf(without) && (await differ(check, explicit, without, 'limit'))
  if (!found) return []
  return [{ expected: describe(explicit), actual: `${describe(without)}: ${found}`, exchanges: [explicit, without] }]
}

/** A page of another size starts alike, so sizes are compared too: they differ by arrivals only when the page isn't full. */
async function differ(check: Check, earlier: Exchange, later: Exchange, name: string): Promise<string | undefined> {
  const found = await unexplained(check, earlier, later)
  if (found) return found
  const [before, after] = [listOf(earlier)?.length ?? 0, listOf(later)?.length ?? 0]
  return name === 'limit' && before !== after ? 'another size of page' : undefined
}

export const pagingDefaults = [
  defaultClause('paging-default-page', 'paging', 'page'),
  defaultClause('paging-default-limit', 'paging', 'limit'),
]

export const sortingDefaults = [
  defaultClause('sorting-default-field', 'sorting', 'sortBy'),
  defaultClause('sorting-default-direction', 'sorting', 'sortDirection'),
]
