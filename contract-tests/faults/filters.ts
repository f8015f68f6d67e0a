import { operations } from '../../generated/facts.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import { filters } from '../sandbox/fields.ts'
import { crash, fault, when } from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

/** For each parameter that filters the list, what goes wrong with it: one that the contract gains is broken here as well. */
export const filterFaults: readonly Fault[] = filters.flatMap((name) => {
  const kebab = kebabCase(name)
  return [
    fault(`filter-${kebab}-ignored`, `filtering-${kebab}`, `${name} is ignored.`, {
      list: (query, next) => next({ ...query, filters: without(query.filters, name) }),
    }),
    fault(
      `filter-${kebab}-page-by-page`,
      `filtering-${kebab}`,
      `${name} is obeyed within each page of the whole list.`,
      {
        list: async (query, next) => {
          const page = await next({ ...query, filters: without(query.filters, name) })
          const wanted = query.filters?.find((filter) => filter.name === name)?.value
          const values = (one: object) => String((one as Record<string, unknown>)[name]).toLowerCase()
          return wanted === undefined ? page : page.filter((one) => values(one) === wanted.toLowerCase())
        },
      },
    ),
    fault(
      `filter-${kebab}-odd-500`,
      `hostile-${kebab}`,
      `An unusable ${name} is answered 500.`,
      when((query) => isOdd(query.get(name), name), crash),
    ),
  ]
})

const without = (all: readonly { name: string; value: string }[] = [], name: string) =>
  all.filter((filter) => filter.name !== name)

/** Whether a value is none that a conversation could have. */
function isOdd(value: string | null, name: string): boolean {
  const facts: Readonly<Record<string, { type?: string }>> = parameters
  if (value === null) return false
  return facts[name]?.type === 'integer' ? !/^\d{1,9}$/.test(value) : !/^[\w-]+$/.test(value)
}
