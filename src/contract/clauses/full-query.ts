import type { List } from '../operation.ts'
import { queryOf } from '../walk.ts'

/** The second page with every parameter said, in the reverse of the default order. */
export function fullQuery(list: List, limit: number): [string, string][] {
  const { first, order } = list
  return queryOf(list, {
    page: first + 1,
    limit,
    sortBy: order?.sortBy.default,
    sortDirection: order && (order.sign === 1 ? order.descending : order.ascending),
  })
}
