import { randomBytes } from 'node:crypto'
import type { Conversation } from '../../generated/types.ts'
import { openDatabase } from './database.ts'
import { organizationOf, sortFields } from './fields.ts'
import { createQueue } from './queue.ts'
import { createRankings } from './rankings.ts'
import { type StoreQuery, statementsFor } from './sql.ts'

/** Conversations in PostgreSQL. Several sandboxes can share one. */
export interface Store {
  /** Adds each conversation to the organization that it names. */
  add(conversations: readonly Conversation[]): Promise<void>
  /** Removes conversations of one organization: those with the given ids, or all. */
  remove(organizationId: string, ids?: readonly string[]): Promise<void>
  /**
   * @param signal Of whoever asked: when it aborts, a list that waits is never read, and one that is being read is cancelled where that is possible.
   * @throws UnavailableError when too many lists wait already, or there is no connection to the database.
   */
  list(query: StoreQuery, signal?: AbortSignal): Promise<Conversation[]>
  /** Whether an organization has a conversation of an id. */
  has(organizationId: string, id: string): Promise<boolean>
  /** Ends the store and drops what it created. */
  close(): Promise<void>
}

/** More would wait for about a second. */
export const defaultMaxWaiting = 200

/** Conversations for one statement: enough to be quick, few enough to keep its JSON text small. */
const batchSize = 2_000

/** From this offset on, a page is found by a ranking; before it, passing over an index's first entries takes less. */
const deepFrom = 1_000

/**
 * Opens a store in the PostgreSQL of `url`, or without one in an embedded PostgreSQL. So many lists may wait for it; more are refused.
 *
 * On a server it creates one schema named `opencopilot_sandbox_` and eight hexadecimal digits, which holds one table, `conversations`, with
 * its indexes, and touches nothing else. `close` drops that schema. A process that was killed leaves its schema behind;
 * any schema of such a name can be dropped.
 */
export async function openStore(url?: string, maxWaiting: number = defaultMaxWaiting): Promise<Store> {
  const database = await openDatabase(url)
  const statements = statementsFor(`opencopilot_sandbox_${randomBytes(4).toString('hex')}`, database.isLasting)
  const queue = createQueue({ concurrent: database.concurrency, waiting: maxWaiting })
  const rankings = createRankings(async (organizationId, sortBy) => {
    const [row] = await database.query(statements.ranking(sortBy), [organizationId])
    return Buffer.from((row?.serials as Uint8Array | null) ?? [])
  })
  const run = async (all: readonly string[]) => {
    for (const statement of all) await database.query(statement)
  }
  // After the first conversations: what is there is indexed in half the time that one by one would take.
  let indexed: Promise<void> | undefined
  try {
    await run(statements.create)
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    add: async (conversations) => {
      const counts = countByOrganization(conversations)
      await rankings.change(counts.keys(), async () => {
        for (let from = 0; from < conversations.length; from += batchSize) {
          const batch = conversations.slice(from, from + batchSize)
          await database.query(statements.insert, [JSON.stringify(batch)])
        }
        indexed ??= run(statements.index)
        await indexed.catch((error: unknown) => {
          indexed = undefined
          throw error
        })
        // Only after a vacuum can a page be found from the index alone.
        if (conversations.length > batchSize) await run([statements.vacuum])
      })
      for (const [organizationId, count] of counts) {
        if (count <= batchSize) continue
        for (const sortBy of sortFields) await rankings.prepare(organizationId, sortBy)
      }
    },
    remove: (organizationId, ids) =>
      rankings.change([organizationId], async () => {
        await database.query(statements.remove, [organizationId, ids ? JSON.stringify(ids) : null])
      }),
    list: async (query, signal) => {
      const { organizationId, sortBy, sortDirection, filters = [] } = query
      const limit = countFrom(query.limit)
      const offset = countFrom(query.offset)
      const read = async (sql: string, parameters: unknown[]) =>
        (await database.query(sql, parameters, signal)).map(({ body }) => body as Conversation)
      const fromRanking = () =>
        rankings.page({ ...query, limit, offset }, (serials) => read(statements.pick, [serials]))
      const fromIndex = () =>
        read(statements.list(sortBy, sortDirection, filters), [
          organizationId,
          limit,
          offset,
          ...filters.map(({ value }) => value),
        ])
      const isRanked = offset >= deepFrom && filters.length === 0
      return queue(async () => (isRanked && (await fromRanking())) || fromIndex(), signal)
    },
    has: async (organizationId, id) =>
      // PostgreSQL holds no character U+0000.
      !id.includes('\u0000') && (await database.query(statements.has, [organizationId, id])).length > 0,
    close: async () => {
      try {
        await database.query(statements.drop)
      } finally {
        await database.close()
      }
    },
  }
}

const countFrom = (number: number) => Math.max(0, Math.min(Math.trunc(number), Number.MAX_SAFE_INTEGER))

function countByOrganization(conversations: readonly Conversation[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of conversations.map(organizationOf)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
