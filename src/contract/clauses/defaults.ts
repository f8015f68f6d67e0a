import { parameters } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { describe, listOf } from '../exchange.ts'
import { difference } from '../same-page.ts'

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
      const explicit = await survey.explicit()
      const size = listOf(explicit)?.length
      if (!size) return notExercised('the list with every default said out loud shows no conversation')
      if (name === 'limit' && size < parameters.limit.default) {
        return notExercised(`a page of ${parameters.limit.default} is not filled, so another default would not show`)
      }
      const bare = await survey.bare()
      if (listOf(bare) && !differ(check, bare, explicit, name)) return name === 'limit' ? secondPage(check) : []
      const { [name]: _, ...others } = survey.defaults
      const without = await survey.page(others)
      if (!listOf(without)) return notExercised(`without ${name}, the answer is ${describe(without)}`)
      const found = differ(check, explicit, without, name)
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

/** A default that holds on the first page only tears the pages apart. */
async function secondPage({ survey }: Check): Promise<Finding[]> {
  const [, explicit] = (await survey.small()).pages
  const without = await survey.page({ page: 2 })
  const sizes = [explicit, without].map((exchange) => exchange && listOf(exchange)?.length)
  if (!explicit || sizes[0] !== parameters.limit.default || sizes[0] === sizes[1]) return []
  return [{ expected: describe(explicit), actual: describe(without), exchanges: [explicit, without] }]
}

/** A page of another size starts alike, so sizes are compared too: they differ by arrivals only when the page isn't full. */
function differ(
  check: Check,
  ...[earlier, later, name]: [Parameters<typeof difference>[0], Parameters<typeof difference>[1], string]
) {
  const found = difference(earlier, later, check.exchanges())
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
