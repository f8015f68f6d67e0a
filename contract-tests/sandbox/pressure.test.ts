import { connect, createServer, type Server, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { makeConversations } from './conversations.ts'
import { openStore, type Sandbox, type SandboxOptions, type Store, startSandbox } from './index.ts'
import { createQueue } from './queue.ts'
import { databases, databaseUrl } from './testing/databases.ts'

const operation = operations.listConversations
const { parameters } = operation

const started: Sandbox[] = []

afterEach(async () => {
  for (const sandbox of started.splice(0)) await sandbox.close()
})

async function start(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  started.push(sandbox)
  return sandbox
}

/** A store behind a queue, like the real one, whose database is held until the test lets it go on. */
function heldStore(waiting: number) {
  const queue = createQueue({ concurrent: 1, waiting })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked: number[] = []
  const store: Store = {
    add: async () => {},
    remove: async () => {},
    has: async () => false,
    list: ({ offset, limit }, signal) =>
      queue(async () => {
        asked.push(offset / limit + 1)
        await held
        return []
      }, signal),
    close: async () => {},
  }
  return { store, asked, release: () => release() }
}

describe('a sandbox whose database is busy', () => {
  test('never asks it for what a client gave up while it waited', async () => {
    const { store, asked, release } = heldStore(10)
    const gone: Promise<unknown>[] = []
    const errors: unknown[] = []
    let arrived = 0
    const sandbox = await start({
      store,
      own: true,
      onError: (error) => errors.push(error),
      seams: {
        list: (query, next, { signal }) => {
          arrived += 1
          if (query.page > 1) gone.push(new Promise((resolve) => signal.addEventListener('abort', resolve)))
          return next(query)
        },
      },
    })
    const first = get(sandbox, { page: 1 })
    await until(() => arrived === 1)
    const controller = new AbortController()
    const abandoned = [2, 3, 4].map((page) => get(sandbox, { page }, controller.signal))
    await until(() => arrived === 4)
    controller.abort()
    for (const one of abandoned) await expect(one).rejects.toThrow()
    await Promise.all(gone)
    const last = get(sandbox, { page: 5 })
    await until(() => arrived === 5)
    release()
    expect([(await first).status, (await last).status]).toEqual([200, 200])
    expect(asked).toEqual([1, 5])
    expect(errors).toEqual([])
  })

  test('answers 503 with Retry-After when too many wait, and the others as ever', async () => {
    const { store, asked, release } = heldStore(1)
    let arrived = 0
    const sandbox = await start({
      store,
      own: true,
      seams: {
        list: (query, next) => {
          arrived += 1
          return next(query)
        },
      },
    })
    const served = [get(sandbox, { page: 1 })]
    await until(() => arrived === 1)
    served.push(get(sandbox, { page: 2 }))
    await until(() => arrived === 2)
    const refused = await get(sandbox, { page: 3 })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.headers.get('connection')).toBe('close')
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect(await refused.json()).toMatchObject({ statusCode: 503, message: 'Too many requests are waiting' })
    release()
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual([200, 200])
    expect(asked).toEqual([1, 2])
  })
})

describe.for(databases)('deep pages on %s', ([, url, skipped]) => {
  let store: Store
  const organizationId = 'organization'
  const made = makeConversations(organizationId, 2_400, 'deep')

  beforeAll(async () => {
    if (skipped) return
    store = await openStore(url)
    await store.add(made)
  })
  afterAll(() => store?.close())

  const check = test.skipIf(skipped)
  const ids = (list: readonly Conversation[]) => list.map(({ id }) => id)

  check.for(parameters.sortBy.known)('are the same as shallow ones, by %s in both directions', async (sortBy) => {
    const query = { organizationId, sortBy, limit: 100 }
    const walk = async (sortDirection: 'ASC' | 'DESC') => {
      const all: string[] = []
      for (let offset = 0; offset <= made.length; offset += 100) {
        all.push(...ids(await store.list({ ...query, sortDirection, offset })))
      }
      return all
    }
    const ascending = await walk('ASC')
    // From one call whose offset is shallow: the order that the index gives.
    const whole = await store.list({ ...query, sortDirection: 'ASC', offset: 0, limit: 10_000 })
    expect(ascending).toEqual(ids(whole))
    expect(await walk('DESC')).toEqual(ascending.reverse())
  })

  check('hold what arrived and lack what was removed, at once', async () => {
    const deep = { organizationId, sortBy: 'created_at', sortDirection: 'ASC', offset: 2_399, limit: 10 } as const
    const [last] = await store.list(deep)
    const arrived = [{ ...(last as Conversation), id: 'newest', created_at: '2099-01-01T00:00:00.000Z' }]
    await store.add(arrived)
    expect(ids(await store.list(deep))).toEqual([last?.id, 'newest'])
    await store.remove(organizationId, ['newest', made[0]?.id ?? ''])
    expect(ids(await store.list(deep))).toEqual([])
    expect(ids(await store.list({ ...deep, offset: 2_398 }))).toEqual([last?.id])
    await store.add([made[0] as Conversation])
    expect(ids(await store.list(deep))).toEqual([last?.id])
  })
})

describe('on a PostgreSQL server', () => {
  test.skipIf(!databaseUrl)('is back when the server is, and answers 503 meanwhile', async () => {
    const gate = await openGate(new URL(databaseUrl ?? ''))
    const errors: unknown[] = []
    const sandbox = await start({ databaseUrl: gate.url, onError: (error) => errors.push(error) })
    const list = () => get(sandbox, { page: 1 })
    const before = await (await list()).json()
    await gate.shut()
    for (let count = 0; count < 10; count += 1) {
      const { status, headers } = await list()
      expect([status, headers.get('retry-after')]).toEqual([503, '1'])
    }
    await gate.open()
    const after = await list()
    expect([after.status, await after.json()]).toEqual([200, before])
    // In the middle of traffic: each request is answered, by a page or by 503.
    const traffic = Array.from({ length: 40 }, list)
    await traffic[0]
    await gate.shut()
    const statuses = (await Promise.all(traffic)).map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    await gate.open()
    expect((await list()).status).toBe(200)
    expect(errors).toEqual([])
    await sandbox.close()
    started.pop()
    await gate.shut()
  })

  test.skipIf(!databaseUrl)('cancels a query whose client has gone', async () => {
    const { openDatabase } = await import('./database.ts')
    const database = await openDatabase(databaseUrl)
    const controller = new AbortController()
    const label = `abandoned ${Math.random()}`
    const running = database.query(`select pg_sleep(600) -- ${label}`, [], controller.signal)
    const active = async () =>
      (
        await database.query("select 1 from pg_stat_activity where state = 'active' and query like $1", [
          `select pg_sleep%${label}`,
        ])
      ).length
    while ((await active()) === 0) await turn()
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: '57014' })
    expect(await active()).toBe(0)
    await database.close()
  })
})

/** A way to a server that can be shut and opened again, as if the server restarted. */
async function openGate(target: URL) {
  const sockets = new Set<Socket>()
  const host = target.searchParams.get('host') ?? target.hostname
  const port = Number(target.port || 5432)
  let server: Server
  const open = async (at: number) => {
    server = createServer((near) => {
      const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => {}).on('close', () => sockets.delete(socket))
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
    return (server.address() as { port: number }).port
  }
  const own = await open(0)
  const through = new URL(target)
  through.searchParams.delete('host')
  through.hostname = '127.0.0.1'
  through.port = String(own)
  return {
    url: through.href,
    open: () => open(own),
    shut: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn()
}

function get(sandbox: Sandbox, query: Record<string, unknown>, signal?: AbortSignal): Promise<Response> {
  const [own] = sandbox.organizations
  const path = operation.path.replace('{organization_id}', encodeURIComponent(own.id))
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const headers = { authorization: `Bearer ${own.token}` }
  return fetch(`${sandbox.baseUrl}${path}?${search}`, { headers, ...(signal && { signal }) })
}
