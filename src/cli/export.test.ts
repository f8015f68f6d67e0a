import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { conversation, minuteByMinute } from '../contract/testing/conversations.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createListServer, type ListServer } from './testing/list-server.ts'
import { startCommand } from './testing/run-command.ts'
import { runHere } from './testing/run-here.ts'
import { serveList } from './testing/serve-list.ts'

const all = minuteByMinute(...Array.from({ length: 250 }, (_, index) => `c-${index}`))
let list: ListServer
let server: Awaited<ReturnType<typeof serveList>>
let env: Record<string, string>

beforeAll(async () => {
  list = createListServer(all)
  server = await serveList(list)
  env = { OPENCOPILOT_BASE_URL: server.baseUrl, OPENCOPILOT_TOKEN: 'made-up', OPENCOPILOT_ORGANIZATION_ID: 'acme' }
})

afterAll(() => server.close())

const linesOf = (text: string) => text.trimEnd().split('\n')

describe('to standard output', () => {
  it.each(['-', '/dev/stdout'])('writes as conversations come, for %s', async (file) => {
    const { code, stdout, stderr } = await runHere(['export', '--file', file, '--format', 'ndjson'], env)
    expect(linesOf(stdout).map((line) => JSON.parse(line))).toEqual(all)
    expect(stderr).toMatch(/^Exported 250 conversations to standard output \(\d+\.\d kB, \d+\.\d s\)\.\n$/)
    expect(code).toBe(0)
  })

  it('is quiet when its reader has enough, with the exit code of that', async () => {
    const { child, ended } = startCommand(['export', '--file', '-', '--format', 'csv', '--limit', '2'], env)
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ended).toMatchObject({ code: 141, stderr: '' })
  })

  it.skipIf(!existsSync('/dev/full'))('says why it cannot be written', async () => {
    const full = openSync('/dev/full', 'w')
    const { code, stderr } = await startCommand(['export', '--file', '-', '--format', 'csv'], env, full).ended
    closeSync(full)
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "opencopilot-chat: standard output can't be written: no space left on the device\n",
    })
  })

  it('says that what was written is not all, where a later page fails', async () => {
    list.before = (page) => (page === 2 ? new Response('{}', { status: 403 }) : undefined)
    const { code, stdout, stderr } = await runHere(['export', '--file', '-', '--format', 'ndjson'], env)
    list.before = () => undefined
    expect(linesOf(stdout)).toHaveLength(100)
    expect(stderr).toMatch(/answered 403 .*\nWhat was written to standard output is not all\.\n$/)
    expect(code).toBe(1)
  })

  it('writes nothing when the first page fails', async () => {
    const refused = { ...env, OPENCOPILOT_TOKEN: 'other' }
    const { code, stdout } = await runHere(['export', '--file', '-', '--format', 'json'], refused)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it.each([
    [['--file', '-'], /--file -: its extension must be one of .*, or --format one of json, ndjson, csv/],
    [
      ['--file', '-', '--format', 'cvs'],
      /'--format <form>' argument 'cvs' is invalid\. Allowed: .* Did you mean csv\?/,
    ],
    [['--file', '-', '--format', 'csv', '--resume'], /--resume is for files, and --file - is none/],
    [['--file', '-', '--format', 'json', '--bom'], /--bom is for csv alone, and the form is json/],
    [['--file', '/dev/fd/250', '--format', 'json'], /--file \/dev\/fd\/250 can't be written: it is not open/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await runHere(['export', ...args], env)
    expect(stderr).toMatch(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

describe.skipIf(platform === 'win32')('to what is no plain file', () => {
  it('follows a link, there or not, and stays for its owner alone', async () => {
    const folder = await temporaryFolder()
    const [link, file] = [join(folder, 'link.ndjson'), join(folder, 'file.ndjson')]
    await symlink('file.ndjson', link)
    await runHere(['export', '--file', link], env)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await writeFile(file, 'old')
    await runHere(['export', '--file', link, '--force'], env)
    expect((await lstat(link)).isSymbolicLink()).toBe(true)
    expect(linesOf(await readFile(file, 'utf8'))).toHaveLength(250)
    expect((await readdir(folder)).sort()).toEqual(['file.ndjson', 'link.ndjson'])
  })

  it('writes to a pipe, and leaves it there', async () => {
    const folder = await temporaryFolder()
    const pipe = join(folder, 'pipe.ndjson')
    execFileSync('mkfifo', [pipe])
    const [text, { code, stderr }] = await Promise.all([
      readFile(pipe, 'utf8'),
      runHere(['export', '--file', pipe], env),
    ])
    expect(linesOf(text)).toHaveLength(250)
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining(`250 conversations to ${pipe}`) })
    expect((await lstat(pipe)).isFIFO()).toBe(true)
    expect(await readdir(folder)).toEqual(['pipe.ndjson'])
  })

  it('writes to a device through a link', async () => {
    const link = join(await temporaryFolder(), 'null.json')
    await symlink('/dev/null', link)
    expect(await runHere(['export', '--file', link], env)).toMatchObject({ code: 0, stdout: '' })
    expect((await lstat(link)).isSymbolicLink()).toBe(true)
  })
})

describe('to a file', () => {
  it('has the form that --format says, whatever its extension', async () => {
    const file = join(await temporaryFolder(), 'all.txt')
    await runHere(['export', '--file', file, '--format', 'JSON'], env)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(all)
  })

  it.each([['--force'], ['--resume'], []])('lets one at a time write it, %s', async (...args) => {
    const folder = await temporaryFolder()
    const file = join(folder, 'all.ndjson')
    let second: ReturnType<typeof runHere> | undefined
    // While the first one is at its second page.
    const fetch: ListServer['fetch'] = async (input, init) => {
      if (String(input).includes('page=2')) {
        second ??= runHere(['export', '--file', file, ...args], env)
        await second
      }
      return list.fetch(input, init)
    }
    const slow = await serveList({ ...list, fetch })
    const command = ['export', '--file', file, '--concurrency', '1', '--base-url', slow.baseUrl]
    const first = await startCommand(command, env).ended
    slow.close()
    expect(first).toMatchObject({ code: 0 })
    const refused = await second
    expect(refused?.stderr).toMatch(/another export is writing it \(process \d+ on this machine\)/)
    expect(refused?.code).toBe(2)
    expect(linesOf(await readFile(file, 'utf8')).map((line) => JSON.parse(line))).toEqual(all)
    expect(await readdir(folder)).toEqual(['all.ndjson'])
  })

  it('counts what breaks the contract in the end, by its kind', async () => {
    const file = join(await temporaryFolder(), 'all.csv')
    const odd = (index: number) =>
      conversation(`c-${index}`, index < 3 ? { status: index, handoff: 'no' } : { meta: 1 })
    list.conversations = [0, 1, 2, 3].map(odd)
    const { code, stderr } = await runHere(['export', '--file', file], env)
    const strict = await runHere(['export', '--file', file, '--force', '--strict'], env)
    list.conversations = all
    expect(linesOf(stderr).slice(1)).toEqual([
      '3 conversations: /handoff must be of type boolean',
      '3 conversations: /status must be of type string',
      '1 conversation: /meta must be of type object or null',
    ])
    expect(code).toBe(0)
    expect(strict.code).toBe(1)
    expect(strict.stderr).toMatch(/A conversation on page 1 breaks the contract: \/handoff must be of type boolean/)
  })

  it('says once that a default limit is too large, and leaves a chosen one alone', async () => {
    const folder = await temporaryFolder()
    const { fetch } = list
    list.fetch = async (input, init) =>
      Number(new URL(String(input)).searchParams.get('limit')) > 50
        ? new Response('{}', { status: 400 })
        : fetch(input, init)
    const small = await serveList(list)
    list.fetch = fetch
    const there = { ...env, OPENCOPILOT_BASE_URL: small.baseUrl }
    const taken = await runHere(['export', '--file', join(folder, 'a.csv')], there)
    const refused = await runHere(['export', '--file', join(folder, 'b.csv'), '--limit', '100'], there)
    small.close()
    expect(taken.stderr).toMatch(/^The server refuses limit=100: going on with limit=50\.\nExported 250 conversations/)
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('answered 400') })
  })

  it.each<[string, failing: number, attempts: number, args: string[]]>([
    ['the first page', 1, 4, []],
    ['a later page', 2, 15, []],
    ['the first page, as often as it is told,', 1, 6, ['--attempts', '6']],
    ['a later page, as often as it is told,', 2, 1, ['--attempts', '1']],
  ])('asks for %s again, and not for ever', async (_, failing, attempts, args) => {
    const file = join(await temporaryFolder(), 'all.csv')
    const withoutWaits = vi.spyOn(Math, 'random').mockReturnValue(0)
    let requests = 0
    list.before = (page) => {
      if (page !== failing) return undefined
      requests++
      return new Response('{}', { status: 503 })
    }
    const { code, stderr } = await runHere(['export', '--file', file, '--concurrency', '1', ...args], env)
    list.before = () => undefined
    withoutWaits.mockRestore()
    expect(requests).toBe(attempts)
    expect(stderr).toContain(`answered 503 (attempt ${attempts}). The server failed: try again later`)
    expect(code).toBe(1)
  })

  it('is patient from the beginning where it goes on: pages came before', async () => {
    const file = join(await temporaryFolder(), 'all.csv')
    list.before = (page) => (page === 2 ? new Response('{}', { status: 403 }) : undefined)
    await runHere(['export', '--file', file], env)
    const withoutWaits = vi.spyOn(Math, 'random').mockReturnValue(0)
    let requests = 0
    list.before = () => {
      requests++
      return new Response('{}', { status: 503 })
    }
    await runHere(['export', '--file', file, '--resume', '--concurrency', '1'], env)
    list.before = () => undefined
    withoutWaits.mockRestore()
    expect(requests).toBe(15)
  })

  it.skipIf(platform === 'win32')('names a file in one line that acts on no terminal', async () => {
    const file = join(await temporaryFolder(), 'a\n\u001b[2Jb.csv')
    const { stderr } = await runHere(['export', '--file', file], env)
    expect(stderr).toMatch(/^Exported 250 conversations to .*a ␛\[2Jb\.csv \(.*\)\.\n$/)
  })

  it('says that all may have come, where a page after others is refused', async () => {
    const file = join(await temporaryFolder(), 'all.csv')
    list.before = (page) => (page > 3 ? new Response('{}', { status: 400 }) : undefined)
    const { stderr } = await runHere(['export', '--file', file], env)
    list.before = () => undefined
    expect(stderr).toContain('The pages before it came: they may be all, or as far as the server lets anyone read.')
    expect(stderr).toContain('250 conversations kept in ')
  })

  it('keeps every number digit by digit', async () => {
    const file = join(await temporaryFolder(), 'all.ndjson')
    const line = JSON.stringify(conversation('c-1', { meta: { ticket: 77777, share: 88888 } }))
      .replace('77777', '12345678901234567890')
      .replace('88888', '1e400')
    const plain = await serveList({
      ...list,
      fetch: async (url) => new Response(String(url).includes('page=1') ? `[${line}]` : '[]'),
    })
    const { stderr } = await runHere(['export', '--file', file], { ...env, OPENCOPILOT_BASE_URL: plain.baseUrl })
    const table = await runHere(['list', '--output', 'csv'], { ...env, OPENCOPILOT_BASE_URL: plain.baseUrl })
    plain.close()
    expect(await readFile(file, 'utf8')).toBe(`${line}\n`)
    expect(linesOf(stderr)).toHaveLength(1)
    expect(table.stdout).toContain('"{""ticket"":12345678901234567890,""share"":1e400}"')
  })
})
