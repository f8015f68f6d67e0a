import { randomBytes } from 'node:crypto'
import type { Conversation } from '../../generated/types.ts'
import { openDatabase } from './database.ts'
import { type ListQuery, statementsFor } from './sql.ts'

/** Conversations in PostgreSQL. Several sandboxes can share one. */
export interface Store {
  /** Adds conversations to the organizations that their `copilot_id` names. */
  add(conversations: readonly Conversation[]): Promise<void>
  /** Removes conversations of one organization: those with the given ids, or all. */
  remove(organizationId: string, ids?: readonly string[]): Promise<void>
  list(query: ListQuery): Promise<Conversation[]>
  /** Ends the store and drops what it created. */
  close(): Promise<void>
}

/** Conversations for one statement: enough to be quick, few enough to keep its JSON text small. */
const batchSize = 2_000

/**
 * Opens a store in the PostgreSQL of `url`, or without one in an embedded PostgreSQL.
 *
 * On a server it creates one schema named `opencopilot_sandbox_` and eight hexadecimal digits, which holds one table, `conversations`, with
 * its indexes, and touches nothing else. `close` drops that schema. A process that was killed leaves its schema behind;
 * any schema of such a name can be dropped.
 */
export async function openStore(url?: string): Promise<Store> {
  const database = await openDatabase(url)
  const statements = statementsFor(`opencopilot_sandbox_${randomBytes(4).toString('hex')}`)
  try {
    for (const statement of statements.create) await database.query(statement)
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    add: async (conversations) => {
      for (let from = 0; from < conversations.length; from += batchSize) {
        const batch = conversations.slice(from, from + batchSize)
        await database.query(statements.insert, [JSON.stringify(batch)])
      }
      // Only after a vacuum can a deep page be found from the index alone.
      if (conversations.length > batchSize) await database.query(statements.vacuum)
    },
    remove: async (organizationId, ids) => {
      await database.query(statements.remove, [organizationId, ids ? JSON.stringify(ids) : null])
    },
    list: async ({ organizationId, sortBy, sortDirection, limit, offset }) => {
      const page = [limit, offset].map((count) => Math.max(0, Math.min(Math.trunc(count), Number.MAX_SAFE_INTEGER)))
      const rows = await database.query(statements.list(sortBy, sortDirection), [organizationId, ...page])
      return rows.map(({ body }) => body as Conversation)
    },
    close: async () => {
      await database.query(statements.drop)
      await database.close()
    },
  }
}
