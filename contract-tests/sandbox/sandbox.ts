import { randomUUID } from 'node:crypto'
import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { type Clock, systemClock } from './clock.ts'
import { type DatasetOptions, makeDataset } from './dataset.ts'
import { list } from './fields.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Organization } from './request.ts'
import { openRoutes } from './routes.ts'
import type { Seams } from './seams.ts'
import { listen } from './server.ts'
import { defaultMaxWaiting, openStore, type Store } from './store.ts'

export interface SandboxOptions {
  /** Default 0: any free port. */
  port?: number | undefined
  /** Default `127.0.0.1`. */
  host?: string | undefined
  /** A path below which the endpoint is served, e.g. `/v1`. Default none. */
  basePath?: string | undefined
  /** How many conversations the first organization has. Default five pages of the default limit and a part of one, 57 at least. */
  conversations?: number | undefined
  /** How many the other organization has. Default a quarter of `conversations`, 250 at most. */
  otherConversations?: number | undefined
  /** Equal seeds give equal organizations, tokens and conversations. Default `1`. */
  seed?: number | string | undefined
  /** Conversations to serve in place of made-up ones: each organization that they name becomes one of the sandbox. */
  data?: readonly Conversation[] | undefined
  /** Changes each made-up conversation before it is stored. Default none. */
  shape?: DatasetOptions['shape']
  /** Milliseconds that every answer waits. Default 0. */
  latency?: number | undefined
  /** Requests a second that are let through; the others are answered 429. Default no limit. */
  rateLimit?: number | undefined
  /** The most conversations a page has, whatever `limit` asks for. Default 100. */
  maxLimit?: number | undefined
  /** What this sandbox does in another way; a function is called once, so that what it remembers is this sandbox's own. */
  seams?: Seams | (() => Seams) | undefined
  /** Where the conversations are. Default a store of its own, in the PostgreSQL of `databaseUrl` or embedded. */
  store?: Store | undefined
  databaseUrl?: string | undefined
  /** How many requests may wait for a database of its own; more are answered 503. Default 200. */
  maxWaiting?: number | undefined
  /**
   * Stores the conversations for this sandbox alone, and removes them when it closes. By default sandboxes on one
   * store that ask for equal conversations share them, unless `data` or `shape` is given.
   */
  own?: boolean | undefined
  /** Tells the time and waits. Default: the real clock. */
  clock?: Clock | undefined
  /** Told of what the sandbox itself fails at. Default: one line on stderr. */
  onError?: ((error: unknown) => void) | undefined
}

/** A running sandbox. */
export interface Sandbox {
  /** Without a trailing slash. */
  baseUrl: string
  /** At least two, the first being the one to read. */
  organizations: readonly [Organization, Organization, ...Organization[]]
  /** Adds conversations while it runs, each to the organization that it names. */
  add(conversations: readonly Conversation[]): Promise<void>
  /** Removes conversations while it runs: those with the given ids, or all of the organization. */
  remove(organizationId: string, ids?: readonly string[]): Promise<void>
  /** Ends every connection, and the store if it is the sandbox's own. */
  close(): Promise<void>
}

const { default: pageSize } = operations.listConversations.parameters[list.limit]

export const defaults = {
  conversations: Math.max(57, 5 * pageSize + 7),
  seed: 1,
  maxLimit: 100,
  maxWaiting: defaultMaxWaiting,
  host: '127.0.0.1',
} as const

/** Starts a live server of the contract's endpoint, with stored conversations, paging, sorting and tokens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const store = options.store ?? (await openStore(options.databaseUrl, options.maxWaiting))
  const isOwn = options.own ?? (options.data !== undefined || options.shape !== undefined)
  try {
    await openRoutes()
    const organizations = await stock(store, options, isOwn)
    const server = await listen({
      port: options.port ?? 0,
      host: options.host ?? defaults.host,
      basePath: options.basePath ?? '',
      latency: options.latency ?? 0,
      maxLimit: options.maxLimit ?? defaults.maxLimit,
      rateLimit: options.rateLimit === undefined ? undefined : createRateLimit(options.rateLimit),
      seams: typeof options.seams === 'function' ? options.seams() : (options.seams ?? {}),
      context: { organizations, store, clock: options.clock ?? systemClock },
      requestId: randomUUID,
      onError: options.onError ?? ((error) => console.error(error instanceof Error ? error.message : error)),
    })
    return {
      baseUrl: server.baseUrl,
      organizations: organizations as [Organization, Organization],
      add: store.add,
      remove: store.remove,
      close: async () => {
        await server.close()
        if (!options.store) await store.close()
        else if (isOwn) for (const { id } of organizations) await store.remove(id)
      },
    }
  } catch (error) {
    if (!options.store) await store.close()
    throw error
  }
}

const stocked = new WeakMap<Store, Map<string, Promise<Organization[]>>>()

/** Stores the conversations that the options ask for, unless the store has them from another sandbox. */
async function stock(store: Store, options: SandboxOptions, isOwn: boolean): Promise<Organization[]> {
  const { conversations = defaults.conversations, seed = defaults.seed, data, shape } = options
  const otherConversations = options.otherConversations ?? Math.min(Math.ceil(conversations / 4), 250)
  const fill = async () => {
    const organizations = makeDataset({ conversations, otherConversations, seed: String(seed), data, shape })
    for (const organization of organizations) await store.add(organization.conversations)
    return organizations
  }
  if (isOwn) return fill()
  const known = stocked.get(store) ?? new Map<string, Promise<Organization[]>>()
  stocked.set(store, known)
  const key = JSON.stringify([conversations, otherConversations, seed])
  const organizations = known.get(key) ?? fill()
  known.set(key, organizations)
  return organizations
}
