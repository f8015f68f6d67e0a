export const databaseUrl = process.env.DATABASE_URL

/** What a sandbox can store its conversations in, for the tests of both. */
export const databases: [name: string, url: string | undefined, skipped: boolean][] = [
  ['embedded PostgreSQL', undefined, false],
  [`a PostgreSQL server${databaseUrl ? '' : ' (skipped: DATABASE_URL is not set)'}`, databaseUrl, !databaseUrl],
]
