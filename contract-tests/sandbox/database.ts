import { PGlite, types } from '@electric-sql/pglite'
import { openServer } from './database-server.ts'

/** What the sandbox needs of PostgreSQL, embedded or not: statements with parameters, and an end. */
export interface Database {
  /**
   * @param signal Keeps a statement from being started, and cancels one that runs where that is possible.
   * @throws UnavailableError when there is no connection.
   */
  query(sql: string, parameters?: unknown[], signal?: AbortSignal): Promise<Record<string, unknown>[]>
  close(): Promise<void>
  /** How many statements it works at, at a time. */
  concurrency: number
  /** Whether its tables outlive this process, so that they must survive a crash. */
  isLasting: boolean
}

/** Opens the server of a `postgres://` URL, or without one a PostgreSQL of its own in this process's memory. */
export async function openDatabase(url: string | undefined): Promise<Database> {
  return url ? openServer(url) : openEmbedded()
}

/** Its files are in memory: caching and sorting them with much more of it would only hold them twice. */
const memory = ['shared_buffers=16MB', 'maintenance_work_mem=16MB']

async function openEmbedded(): Promise<Database> {
  const database = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...memory.flatMap((setting) => ['-c', setting])],
    // Its own parser calls a function for each byte: 60 ms of nothing else for the ranking of 100,000 conversations.
    parsers: { [types.BYTEA]: (text) => Buffer.from(text.slice('\\x'.length), 'hex') },
  })
  return {
    query: async (sql, parameters, signal) => {
      signal?.throwIfAborted()
      return (await database.query<Record<string, unknown>>(sql, parameters)).rows
    },
    close: () => database.close(),
    concurrency: 1,
    isLasting: false,
  }
}
