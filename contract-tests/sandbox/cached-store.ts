import type { Conversation } from '../../generated/types.ts'
import type { Store } from './store.ts'

/**
 * Remembers what a store answered until conversations are added or removed: for tests that start hundreds of sandboxes
 * on the same conversations and ask each for the same pages.
 */
export function cachedStore(store: Store): Store {
  const lists = new Map<string, Promise<readonly Conversation[]>>()
  const changing = <T extends unknown[]>(change: (...values: T) => Promise<void>) => {
    return async (...values: T) => {
      await change(...values)
      lists.clear()
    }
  }
  return {
    add: changing(store.add),
    remove: changing(store.remove),
    has: store.has,
    list: async (query) => {
      const { organizationId, sortBy, sortDirection, offset, limit, filters = [] } = query
      const key = JSON.stringify([organizationId, sortBy, sortDirection, offset, limit, filters])
      const list = lists.get(key) ?? store.list(query)
      lists.set(key, list)
      list.catch(() => lists.delete(key))
      // A list of the caller's own, since a fault may put it into another order.
      return [...(await list)]
    },
    close: store.close,
  }
}
