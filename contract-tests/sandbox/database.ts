import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** What the sandbox needs of PostgreSQL, embedded or not: statements with parameters, and an end. */
export interface Database {
  query(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Opens the server of a `postgres://` URL, or without one a PostgreSQL of its own in this process's memory. */
export async function openDatabase(url: string | undefined): Promise<Database> {
  return url ? openServer(url) : openEmbedded()
}

async function openEmbedded(): Promise<Database> {
  const database = await PGlite.create()
  return {
    query: async (sql, parameters) => (await database.query<Record<string, unknown>>(sql, parameters)).rows,
    close: () => database.close(),
  }
}

async function openServer(url: string): Promise<Database> {
  const pool = await openPool(url)
  // An idle connection that breaks is replaced at the next query, which tells when that fails too.
  pool.on('error', () => {})
  return {
    query: async (sql, parameters) => (await pool.query<Record<string, unknown>>(sql, parameters)).rows,
    close: () => pool.end(),
  }
}

async function openPool(url: string): Promise<pg.Pool> {
  try {
    const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000, max: 4 })
    await pool.query('select 1').catch(async (error: unknown) => {
      await pool.end()
      throw error
    })
    return pool
  } catch (error) {
    throw new Error(`DATABASE_URL: no PostgreSQL can be used at ${withoutSecrets(url)}: ${reason(error)}`)
  }
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
