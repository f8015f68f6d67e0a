import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exactFetch } from '../../src/cli/exact-fetch.ts'
import { type FileOutputOptions, openFileOutput } from '../../src/cli/export/file-output.ts'
import { pathsOf } from '../../src/cli/export/files.ts'
import type { ExportRequest } from '../../src/cli/export/request.ts'
import { type ExportOptions, runExport } from '../../src/cli/export/run-export.ts'
import type { FormatName } from '../../src/cli/formats/index.ts'
import { createListServer, type ListServer } from '../../src/cli/testing/list-server.ts'
import { conversation, minuteByMinute } from '../../src/contract/testing/conversations.ts'
import { createChatClient } from '../../src/index.ts'
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { createRandom } from '../sandbox/random.ts'

const request: ExportRequest = {
  baseUrl: 'https://chat.example',
  organization: 'acme',
  format: 'ndjson',
  bom: false,
  limit: 2,
  sortBy: 'created_at',
  filters: {},
  sortDirection: 'ASC',
}

const named = (count: number, from = 0) =>
  minuteByMinute(...Array.from({ length: count }, (_, index) => `c-${from + index}`))

type Options = Partial<ExportOptions & FileOutputOptions>

/** An export to a file with everything at hand; time stands still. */
async function exportFrom(server: ListServer, file: string, options: Options = {}) {
  const fetch = exactFetch(server.fetch)
  const chat = createChatClient({ token: 'made-up', baseUrl: request.baseUrl, fetch, retry: false, validate: 'off' })
  const all = {
    request,
    given: new Set<never>(),
    resume: false,
    force: false,
    now: () => 0,
    chat,
    canLowerLimit: false,
    concurrency: 1,
    strict: false,
    signal: new AbortController().signal,
    onFirstPage: () => {},
    onPage: () => {},
    onLimit: () => {},
    ...options,
  }
  return runExport({ output: await openFileOutput({ paths: await pathsOf(file), ...all }), ...all })
}

const idsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { id: string }).id)

const idsOf = (conversations: { id: string }[]) => conversations.map(({ id }) => id)

describe('runExport', () => {
  it('writes all pages, and leaves the file alone', async () => {
    const folder = await temporaryFolder()
    const server = createListServer(named(7))
    const { progress, error } = await exportFrom(server, join(folder, 'x.ndjson'))
    expect(error).toBeUndefined()
    expect(progress).toMatchObject({ page: 4, count: 7 })
    expect(idsIn(join(folder, 'x.ndjson'))).toEqual(idsOf(server.conversations))
    expect(await readdir(folder)).toEqual(['x.ndjson'])
  })

  it.each([
    ['json', '[]\n'],
    ['ndjson', ''],
    ['csv', /^id,.*,other_fields\r\n$/],
  ] as const)('writes an empty %s file for an organization without conversations', async (format, text) => {
    const file = join(await temporaryFolder(), 'x')
    const { error } = await exportFrom(createListServer([]), file, { request: { ...request, format } })
    expect(error).toBeUndefined()
    expect(await readFile(file, 'utf8')).toEqual(typeof text === 'string' ? text : expect.stringMatching(text))
  })

  it('tells that a page came before it writes it, for that may take long', async () => {
    const log: string[] = []
    const output = {
      size: 0,
      isKnown: () => false,
      append: async (text: string) => void log.push(text ? 'written' : 'begun'),
      pageDone: async () => {},
      complete: async () => {},
      abandon: async () => undefined,
    }
    const file = join(await temporaryFolder(), 'x.ndjson')
    await exportFrom(createListServer(named(3)), file, { output, onFirstPage: () => log.push('came') })
    expect(log.slice(0, 3)).toEqual(['came', 'begun', 'written'])
  })

  it('begins with a byte order mark where asked to, also after an interruption', async () => {
    const file = join(await temporaryFolder(), 'x.csv')
    const server = createListServer(named(7))
    server.before = (page) => (page === 3 ? new Response(null, { status: 500 }) : undefined)
    const options = { request: { ...request, format: 'csv', bom: true } } as const
    await exportFrom(server, file, options)
    server.before = () => undefined
    await exportFrom(server, file, { ...options, resume: true })
    const text = await readFile(file, 'utf8')
    expect(text.match(/\ufeff/g)).toHaveLength(1)
    expect(text.match(/^c-\d/gm)).toHaveLength(7)
    expect(text.startsWith('\ufeffid,')).toBe(true)
  })

  it('keeps what it has when a page fails, and goes on from there', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'x.ndjson')
    const server = createListServer(named(9))
    server.before = (page) => (page === 4 ? new Response(null, { status: 500 }) : undefined)
    const { progress, error } = await exportFrom(server, file)
    expect(error).toMatchObject({ code: 'api_error', status: 500 })
    expect(progress).toMatchObject({ page: 3, count: 6 })
    expect((await readdir(folder)).sort()).toEqual(['x.ndjson.part', 'x.ndjson.part.json'])
    expect(await readFile(`${file}.part.json`, 'utf8')).not.toContain('made-up')

    server.before = () => undefined
    expect((await exportFrom(server, file, { resume: true })).error).toBeUndefined()
    expect(idsIn(file)).toEqual(idsOf(server.conversations))
    expect(await readdir(folder)).toEqual(['x.ndjson'])
  })

  it('leaves nothing behind when nothing came', async () => {
    const folder = await temporaryFolder()
    const server = createListServer([])
    server.before = () => new Response(null, { status: 401 })
    const { progress, error } = await exportFrom(server, join(folder, 'x.ndjson'))
    expect(error).toMatchObject({ status: 401 })
    expect(progress).toBeUndefined()
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses to overwrite, and to mix two exports', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(named(5))
    server.before = (page) => (page === 2 ? new Response(null, { status: 500 }) : undefined)
    await exportFrom(server, file)
    server.before = () => undefined
    await expect(exportFrom(server, file)).rejects.toThrow('--resume')
    const other = { ...request, limit: 3, organization: 'other' }
    await expect(
      exportFrom(server, file, { resume: true, request: other, given: new Set(['limit', 'organization']) }),
    ).rejects.toThrow('--organization was acme and is other, --limit was 2 and is 3')
    await exportFrom(server, file, { resume: true })
    await expect(exportFrom(server, file)).rejects.toThrow('--force')
    await expect(exportFrom(server, file, { resume: true })).rejects.toThrow('--force')
    await exportFrom(server, file, { force: true })
    expect(idsIn(file)).toHaveLength(5)
  })

  it('starts over with force, whatever was left', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    await writeFile(`${file}.part`, 'left over\n')
    await writeFile(`${file}.part.json`, 'broken')
    const { error } = await exportFrom(createListServer(named(3)), file, { force: true })
    expect(error).toBeUndefined()
    expect(idsIn(file)).toEqual(['c-0', 'c-1', 'c-2'])
  })

  it('begins when there is nothing to resume', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    await exportFrom(createListServer(named(3)), file, { resume: true })
    expect(idsIn(file)).toEqual(['c-0', 'c-1', 'c-2'])
  })

  it('reads a last page again that has been filled up since', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(named(5))
    const controller = new AbortController()
    server.before = (page) => {
      if (page === 4) controller.abort()
      return undefined
    }
    const { progress, error } = await exportFrom(server, file, { signal: controller.signal })
    expect(error).toBe(controller.signal.reason)
    expect(progress?.count).toBe(5)
    server.before = () => undefined
    server.conversations = named(9)
    await exportFrom(server, file, { resume: true })
    expect(idsIn(file)).toEqual(idsOf(named(9)))
  })

  it('takes up what came late between the pages that were under way together', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(named(16))
    server.before = (page) => (page === 7 ? new Response(null, { status: 500 }) : undefined)
    await exportFrom(server, file, { concurrency: 2 })
    const late = named(1, 100)
    server.conversations.splice(6, 0, ...late)
    server.before = () => undefined
    await exportFrom(server, file, { concurrency: 2, resume: true })
    expect(idsIn(file).sort()).toEqual(idsOf(server.conversations).sort())
  })
})

describe('what a server sends', () => {
  const cut = (server: ListServer, page: number) => {
    server.before = (asked) => (asked === page ? new Response(null, { status: 500 }) : undefined)
  }
  const kinds: [string, (index: number) => unknown][] = [
    ['numbers', (index) => index],
    ['numbers beyond 2^53', (index) => `9007199254740993${index}`],
    ['half surrogate pairs', (index) => `c-${index}-${String.fromCharCode(0xd800 + index)}`],
    ['objects', (index) => ({ $oid: String(index) })],
  ]
  const cases = kinds.flatMap(([kind, idAt]) =>
    (['json', 'ndjson', 'csv'] as const).map((format) => [kind, format, idAt] as const),
  )

  it.each(cases)('writes each conversation once where ids are %s, as %s', async (kind, format, idAt) => {
    const file = join(await temporaryFolder(), 'x')
    const server = createListServer(Array.from({ length: 600 }, (_, index) => conversation('', { id: idAt(index) })))
    const send = server.fetch
    server.fetch = async (...request) => {
      const text = await (await send(...request)).text()
      return new Response(kind.includes('2^53') ? text.replace(/"id":"(\d+)"/g, '"id":$1') : text)
    }
    const options: Options = { request: { ...request, format, limit: 50 }, concurrency: 3 }
    const stop = new AbortController()
    const first = await exportFrom(server, file, {
      ...options,
      signal: stop.signal,
      onPage: ({ page }) => page === 7 && stop.abort(),
    })
    expect(first.progress?.count).toBe(350)
    const { progress, error } = await exportFrom(server, file, { ...options, resume: true })
    expect(error).toBeUndefined()
    expect(progress?.count).toBe(600)
    const rows = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('2024-06-03T11:57:48'))
    expect(new Set(rows).size).toBe(600)
    expect(rows).toHaveLength(600)
  })

  it('counts what breaks the contract, with what was counted before an interruption', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(
      named(10).map((one, index) => ({ ...one, status: index % 2 ? one.status : 5 }) as never),
    )
    cut(server, 4)
    const first = await exportFrom(server, file)
    expect(first.progress?.breaks).toEqual({ '/status must be of type string': 3 })
    server.before = () => undefined
    const { progress } = await exportFrom(server, file, { resume: true })
    expect(progress?.breaks).toEqual({ '/status must be of type string': 5 })
    expect(idsIn(file)).toEqual(idsOf(named(10)))
  })

  it('stops before what breaks the contract when it is strict', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(
      named(6).map((one, index) => ({ ...one, status: index === 4 ? 5 : one.status }) as never),
    )
    const { progress, error } = await exportFrom(server, file, { strict: true })
    expect(String(error)).toContain('page 3 breaks the contract: /status must be of type string')
    expect(progress?.count).toBe(4)
  })

  it('goes on with the limit that the server took', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(named(180))
    const send = server.fetch
    const asked: string[] = []
    server.fetch = async (input, init) => {
      const limit = new URL(String(input)).searchParams.get('limit')
      asked.push(String(limit))
      return Number(limit) > 50 ? new Response('{}', { status: 422 }) : send(input, init)
    }
    cut(server, 3)
    const taken: unknown[] = []
    const options: Options = {
      request: { ...request, limit: 100 },
      canLowerLimit: true,
      onLimit: (one) => taken.push(one),
    }
    expect((await exportFrom(server, file, options)).progress?.count).toBe(100)
    expect(asked).toEqual(['100', '50', '50', '50'])
    server.before = () => undefined
    expect((await exportFrom(server, file, { ...options, resume: true })).error).toBeUndefined()
    expect(asked.slice(4)).not.toContain('100')
    expect(idsIn(file)).toEqual(idsOf(server.conversations))
    expect(taken).toEqual([50])
  })

  it('never changes a limit that was chosen', async () => {
    const file = join(await temporaryFolder(), 'x.ndjson')
    const server = createListServer(named(3))
    server.before = () => new Response('{}', { status: 400 })
    expect((await exportFrom(server, file)).error).toMatchObject({ status: 400 })
  })

  describe('that answers 404 past the end', () => {
    const past = (server: ListServer) => (page: number) =>
      page > 1 && (page - 1) * 2 >= server.conversations.length ? new Response(null, { status: 404 }) : undefined

    it('goes on where the pages that were written are gone', async () => {
      const file = join(await temporaryFolder(), 'x.ndjson')
      const server = createListServer(named(40))
      cut(server, 20)
      await exportFrom(server, file)
      // What was deleted leaves 8 pages, and what the last of them has is new.
      server.conversations = [...named(14), ...named(2, 100)]
      server.before = past(server)
      const { error } = await exportFrom(server, file, { resume: true })
      expect(error).toBeUndefined()
      expect(idsIn(file)).toEqual([...idsOf(named(38)), 'c-100', 'c-101'])
    })

    it('stays a failure where there is nothing at all', async () => {
      const file = join(await temporaryFolder(), 'x.ndjson')
      const server = createListServer(named(40))
      cut(server, 20)
      await exportFrom(server, file)
      server.before = () => new Response(null, { status: 404 })
      const { error, progress } = await exportFrom(server, file, { resume: true })
      expect(error).toMatchObject({ status: 404 })
      expect(progress?.count).toBe(38)
    })
  })
})

describe('interruptions, arrivals and deletions in any order', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('lose nothing and repeat nothing, seed %i', async (seed) => {
    const random = createRandom(String(seed))
    const pick = <T>(...values: T[]) => random.shuffled(values)[0] as T
    const folder = await temporaryFolder()
    const format = pick<FormatName>('json', 'ndjson', 'csv')
    const file = join(folder, `x.${format}`)
    const server = createListServer(named(pick(0, 1, 10, 37, 60)), pick(100, 3))
    const mustBeThere = new Set(idsOf(server.conversations))
    const options = {
      request: { ...request, format, limit: pick(1, 2, 5, 10), sortDirection: pick('ASC', 'DESC') },
      concurrency: pick(1, 3),
      now: () => random.below(100_000),
    } satisfies Options

    for (let run = 0; ; run += 1) {
      const controller = new AbortController()
      let requestsLeft = run < 4 ? random.below(30) : Number.POSITIVE_INFINITY
      server.before = () => {
        requestsLeft -= 1
        if (requestsLeft < 0 && pick(true, false)) controller.abort()
        return requestsLeft < 0 ? new Response(null, { status: 500 }) : undefined
      }
      let olderState: string | undefined
      const onPage = () => {
        if (existsSync(`${file}.part.json`) && pick(true, false)) olderState = readFileSync(`${file}.part.json`, 'utf8')
      }
      const { error } = await exportFrom(server, file, {
        ...options,
        signal: controller.signal,
        resume: run > 0,
        onPage,
      })
      if (error === undefined) break
      // As after a loss of power: the file is longer than its record knows.
      if (existsSync(`${file}.part`) && pick(true, false)) {
        if (olderState) writeFileSync(`${file}.part.json`, olderState)
        appendFileSync(`${file}.part`, pick('', '{"id":', 'c-99,"', '日').slice(0, 5))
      }
      const gone = new Set(random.shuffled(server.conversations).slice(0, pick(0, 0, 1, 9)))
      for (const { id } of gone) mustBeThere.delete(id)
      const arrived = named(pick(0, 1, 7), 1000 * (run + 1))
      server.conversations = [...server.conversations.filter((one) => !gone.has(one)), ...arrived]
      // Only where new conversations come last is everything that arrives between two runs still ahead.
      if (options.request.sortDirection === 'ASC') for (const { id } of arrived) mustBeThere.add(id)
    }
    const text = await readFile(file, 'utf8')
    if (format === 'json') JSON.parse(text)
    const ids = [...text.matchAll(/^(?:\{"id":")?(c-\d+)/gm)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...mustBeThere].filter((id) => !ids.includes(id))).toEqual([])
    expect(await readdir(folder)).toEqual([`x.${format}`])
  })
})
