import pg from 'pg'
import type { Database } from './database.ts'
import { UnavailableError } from './unavailable-error.ts'

/** Statements at a time. The pool has more connections: to write and to cancel, whatever the others are at. */
const concurrency = 4
const poolSize = concurrency + 2

/** Opens the PostgreSQL server of a `postgres://` URL. A connection that breaks is replaced when there is a server again. */
export async function openServer(url: string): Promise<Database> {
  const pool = await openPool(url)
  return {
    query: async (sql, parameters, signal) => {
      const client = await pool.connect().catch(throwUnavailable)
      let cancelled: Promise<unknown> | undefined
      const cancel = () => {
        cancelled = pool.query('select pg_cancel_backend($1)', [processOf(client)]).catch(() => {})
      }
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        signal?.throwIfAborted()
        return (await client.query<Record<string, unknown>>(sql, parameters)).rows
      } catch (error) {
        return throwUnavailable(error)
      } finally {
        signal?.removeEventListener('abort', cancel)
        await cancelled
        // What cancels a statement could come late, and hit the next one of that connection: there is none.
        client.release(cancelled !== undefined)
      }
    },
    close: () => pool.end(),
    concurrency,
    isLasting: true,
  }
}

async function openPool(url: string): Promise<pg.Pool> {
  try {
    const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000, max: poolSize })
    // Whoever uses a connection that breaks is told by the statement's own error; an idle one is replaced at the next.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    await pool.query('select 1').catch(async (error: unknown) => {
      await pool.end()
      throw error
    })
    return pool
  } catch (error) {
    throw new Error(`DATABASE_URL: no PostgreSQL can be used at ${withoutSecrets(url)}: ${reason(error)}`)
  }
}

/** The server's process behind a connection, which the types leave out. */
const processOf = (client: pg.PoolClient) => (client as pg.PoolClient & { processID: number }).processID

/**
 * An error of the server's own has an SQLSTATE; of those, classes 08, 53 and 57P tell of a connection, of resources
 * and of a server that stops or starts. Any other error is of the connection.
 */
function throwUnavailable(error: unknown): never {
  const isOfStatement = error instanceof pg.DatabaseError && !/^(?:08|53|57P)/.test(error.code ?? '')
  throw isOfStatement ? error : new UnavailableError("The database can't be reached", { cause: error })
}

/** Host, port and database: a URL's user and password stay out of messages. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'an address that is no URL (expected postgres://user:password@host:port/database)'
  const { host, pathname } = new URL(url)
  return `${host || 'localhost'}${pathname}`
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0])
  return error instanceof Error ? error.message.split('\n')[0] || error.name : String(error)
}
