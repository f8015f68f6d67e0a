import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { validateConversationList, validateErrorBody } from '../../generated/validators.ts'
import { fields, sortFields } from './fields.ts'
import { openStore, type Sandbox, type SandboxOptions, type Store, startSandbox } from './index.ts'
import { databases } from './testing/databases.ts'

const operation = operations.listConversations
const { parameters } = operation

describe.for(databases)('on %s', ([, url, skipped]) => {
  let store: Store
  let sandbox: Sandbox

  beforeAll(async () => {
    if (skipped) return
    store = await openStore(url)
    sandbox = await startSandbox({ store })
  })

  afterAll(async () => {
    await sandbox?.close()
    await store?.close()
  })

  const check = test.skipIf(skipped)

  const during = async (options: SandboxOptions, use: (started: Sandbox) => Promise<void>) => {
    const started = await startSandbox({ store, ...options })
    try {
      await use(started)
    } finally {
      await started.close()
    }
  }

  check('lists valid conversations of the organization, by the documented defaults', async () => {
    const { status, headers, list } = await get(sandbox)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(list).toHaveLength(parameters.limit.default)
    expect(validateConversationList(list)).toBe(true)
    expect(new Set(list.map((one) => one.copilot_id))).toEqual(new Set([sandbox.organizations[0].id]))
    const query = {
      page: parameters.page.default,
      limit: parameters.limit.default,
      sortBy: parameters.sortBy.default,
      sortDirection: parameters.sortDirection.default,
    }
    expect(list).toEqual((await get(sandbox, query)).list)
  })

  check('gives each conversation once, in one order, however long the pages are', async () => {
    const [own] = sandbox.organizations
    for (const sortDirection of parameters.sortDirection.allowed) {
      const whole = ids(await walk(sandbox, { limit: 100, sortDirection }))
      expect([...whole].sort()).toEqual(own.conversations.map(({ id }) => id).sort())
      for (const limit of [1, 7, parameters.limit.default, 19]) {
        expect(ids(await walk(sandbox, { limit, sortDirection }))).toEqual(whole)
      }
    }
  })

  check.for(parameters.sortBy.known)('sorts the whole list by %s, in both directions', async (sortBy) => {
    const ascending = await walk(sandbox, { sortBy, limit: 9, sortDirection: 'ASC' })
    const keys = ascending.map((one) => keyOf(one, sortBy))
    expect(keys).toEqual([...keys].sort(compareKeys))
    const ranked = ascending.map((one) => [keyOf(one, sortBy), one.id] as const)
    expect(ranked).toEqual([...ranked].sort((a, b) => compareKeys(a[0], b[0]) || compareKeys(a[1], b[1])))
    const descending = await walk(sandbox, { sortBy, limit: 9, sortDirection: 'DESC' })
    expect(ids(descending)).toEqual(ids(ascending).reverse())
  })

  check('clamps a large limit without saying so', async () => {
    await during({ maxLimit: 20 }, async (clamped) => {
      expect((await get(clamped, { limit: 1_000 })).list).toHaveLength(20)
      expect(await walk(clamped, { limit: 1_000 })).toHaveLength(clamped.organizations[0].conversations.length)
    })
  })

  check.for(['999', '9007199254740993', '99999999999999999999999', '9'.repeat(400)])(
    'page %s is past the end',
    async (page) => {
      expect(await get(sandbox, { page })).toMatchObject({ status: 200, list: [] })
    },
  )

  check.for([
    ...['abc', '0', '-1', '1.5', '', 'Infinity', 'NaN', '1e2', '0x10', ' 5'].flatMap((value) => [
      `page=${value}`,
      `limit=${value}`,
    ]),
    'sortBy=',
    'sortBy=nothing',
    ...Object.keys(fields).flatMap((name) => (sortFields.includes(name) ? [] : [`sortBy=${name}`])),
    "sortBy=created_at';--",
    'sortBy=constructor',
    'sortDirection=asc',
    'sortDirection=',
    'page=1&page=2',
    'sortBy=id&sortBy=id',
  ])('refuses ?%s with 400', async (query) => {
    const { status, json } = await get(sandbox, query)
    expect(status).toBe(400)
    expect(validateErrorBody(json)).toBe(true)
    expect(json).toMatchObject({ statusCode: 400, error: 'Bad Request' })
  })

  check('ignores a parameter that the contract does not know', async () => {
    expect((await get(sandbox, { page: 1, _: 'x' })).status).toBe(200)
  })

  check('needs a usable bearer token, in the header', async () => {
    const [own] = sandbox.organizations
    const refused = ['', 'Bearer', 'Bearer wrong', own.token, `Basic ${own.token}`, `Bearer ${own.token}x`]
    for (const authorization of [undefined, ...refused]) {
      const { status, headers, json } = await get(sandbox, { access_token: own.token }, { authorization })
      expect([authorization, status]).toEqual([authorization, 401])
      expect(headers.get('www-authenticate')).toBe('Bearer')
      expect(JSON.stringify(json)).not.toContain(own.token)
    }
    expect((await get(sandbox, {}, { authorization: `bEARER ${own.token}` })).status).toBe(200)
  })

  check('lets a token read its own organization and no other', async () => {
    const [own, other] = sandbox.organizations
    expect((await get(sandbox, {}, { organization: other.id })).status).toBe(403)
    const reverse = { authorization: `Bearer ${other.token}` }
    expect((await get(sandbox, {}, { ...reverse, organization: own.id })).status).toBe(403)
    expect((await get(sandbox, {}, { ...reverse, organization: other.id })).list.length).toBeGreaterThan(0)
  })

  check.for(['nobody', "' OR '1'='1", '%', '*', 'a/b', '\0', 'ü', ' ', 'x'.repeat(5_000), '{"$ne":1}'])(
    'takes the organization id %j for text',
    async (organization) => {
      expect((await get(sandbox, {}, { organization })).status).toBe(404)
    },
  )

  check('takes even a hostile organization id for text when it exists', async () => {
    const [model] = sandbox.organizations[0].conversations as [Conversation]
    const hostile = ["o'; drop table conversations;--", 'a/b?c#d', 'ü %00']
    const data = hostile.map((copilot_id) => ({ ...model, copilot_id, id: `${copilot_id}/1` }))
    await during({ data }, async (started) => {
      for (const { id, token } of started.organizations) {
        const { list } = await get(started, {}, { organization: id, authorization: `Bearer ${token}` })
        expect(list).toEqual(data.filter(({ copilot_id }) => copilot_id === id))
      }
    })
  })

  check('answers a malformed path with 400, and another path with 404', async () => {
    expect((await fetch(`${sandbox.baseUrl}/backend/chat/%E0%A4%A`)).status).toBe(400)
    expect((await fetch(`${sandbox.baseUrl}/elsewhere`)).status).toBe(404)
  })

  check('refuses other methods with 405, and answers HEAD without a body', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await get(sandbox, {}, { method })
      expect(status).toBe(405)
      expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    }
    const head = await get(sandbox, {}, { method: 'HEAD' })
    expect([head.status, head.json]).toEqual([200, undefined])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0)
  })

  check('can be read by a page of another origin', async () => {
    const preflight = await get(sandbox, {}, { method: 'OPTIONS', authorization: undefined })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
    for (const authorization of [undefined, `Bearer ${sandbox.organizations[0].token}`]) {
      const { headers } = await get(sandbox, {}, { authorization })
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toContain('Retry-After')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  check('compresses where that is accepted, and nowhere else', async () => {
    const coding = async (accepted: string) =>
      (await get(sandbox, { limit: 100 }, { 'accept-encoding': accepted })).headers.get('content-encoding')
    expect(await coding('gzip, br')).toBe('gzip')
    expect(await coding('br, gzip;q=0.5')).toBe('gzip')
    expect(await coding('gzip;q=0')).toBeNull()
    expect(await coding('identity')).toBeNull()
  })

  check('answers 429 above its rate, and says how long to wait', async () => {
    const clock = { now: () => 0, sleep: async () => {} }
    await during({ rateLimit: 2, clock }, async (limited) => {
      const answers = [await get(limited), await get(limited), await get(limited)]
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
      expect(answers[2]?.headers.get('retry-after')).toBe('1')
    })
  })

  check('shows conversations that arrive and go while it runs', async () => {
    await during({ own: true, seed: 'arrivals' }, async (started) => {
      const [model] = started.organizations[0].conversations as [Conversation]
      await started.add([{ ...model, id: 'newest', created_at: '2030-01-01T00:00:00.000001Z' }])
      const newest = await get(started, { limit: 1, sortDirection: 'DESC' })
      expect(newest.list).toMatchObject([{ id: 'newest', created_at: '2030-01-01T00:00:00.000001Z' }])
      await started.remove(model.copilot_id, ['newest', model.id])
      expect(ids(await walk(started, {}))).not.toContain(model.id)
      await started.remove(model.copilot_id)
      expect((await get(started)).list).toEqual([])
    })
  })

  check('serves below a path, and nowhere else', async () => {
    await during({ basePath: '/api/v2' }, async (started) => {
      expect((await get(started)).status).toBe(200)
      expect((await get({ ...started, baseUrl: started.baseUrl.replace('/api/v2', '') })).status).toBe(404)
    })
  })

  check('answers 500 without a word of why when storage fails', async () => {
    const errors: unknown[] = []
    const list = () => Promise.reject(new Error('select body from conversations failed'))
    const options = {
      store: { ...store, list },
      own: true,
      seed: 'failing',
      onError: (error: unknown) => errors.push(error),
    }
    await during(options, async (started) => {
      const { status, json } = await get(started)
      expect(status).toBe(500)
      expect(JSON.stringify(json)).not.toContain('select')
      expect(errors).toHaveLength(1)
    })
  })
})

test('a port that is taken is an error', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const store: Store = {
    add: async () => {},
    remove: async () => {},
    has: async () => false,
    list: async () => [],
    close: async () => {},
  }
  await expect(startSandbox({ store, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  taken.close()
})

test('a database that cannot be reached is one line, without the password', async () => {
  const opened = openStore('postgres://someone:secret@127.0.0.1:9/nothing')
  await expect(opened).rejects.toThrow(/^DATABASE_URL: no PostgreSQL can be used at 127\.0\.0\.1:9\/nothing: .+$/)
  await expect(opened).rejects.not.toThrow('secret')
})

interface GivenRequest extends Record<string, string | undefined> {
  organization?: string
  method?: string
}

async function get(
  sandbox: Sandbox,
  query: string | object = {},
  { organization, method, ...given }: GivenRequest = {},
) {
  const [own] = sandbox.organizations
  const all = { authorization: `Bearer ${own.token}`, ...given }
  const headers = Object.entries(all).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  const path = operation.path.replace('{organization_id}', encodeURIComponent(organization ?? own.id))
  const parameters = new URLSearchParams(query as string | Record<string, string>)
  const response = await fetch(`${sandbox.baseUrl}${path}?${parameters}`, { method: method ?? 'GET', headers })
  const text = await response.text()
  const json: unknown = text ? JSON.parse(text) : undefined
  return { status: response.status, headers: response.headers, json, list: json as Conversation[] }
}

async function walk(sandbox: Sandbox, query: object): Promise<Conversation[]> {
  const all: Conversation[] = []
  for (let page = 1; ; page += 1) {
    const { list } = await get(sandbox, { ...query, page })
    if (list.length === 0) return all
    all.push(...list)
  }
}

const ids = (list: readonly Conversation[]) => list.map(({ id }) => id)

function keyOf(one: Conversation, sortBy: string): number | string | null {
  const value = (one as Record<string, unknown>)[sortBy]
  if (fields[sortBy]?.format === 'date-time') return Date.parse(String(value))
  return typeof value === 'boolean' ? Number(value) : (value as number | string | null)
}

/** As PostgreSQL does with the collation "C": by bytes, and null after all. */
function compareKeys(one: number | string | null, other: number | string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  if (typeof one === 'number') return one - Number(other)
  return Buffer.compare(Buffer.from(one), Buffer.from(String(other)))
}
