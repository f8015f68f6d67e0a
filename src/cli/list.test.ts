import { stderr, stdout } from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { conversation, minuteByMinute } from '../contract/testing/conversations.ts'
import { createListServer } from './testing/list-server.ts'
import { runHere } from './testing/run-here.ts'
import { serveList } from './testing/serve-list.ts'

const { limit } = operations.listConversations.parameters
const all = minuteByMinute(
  ...Array.from({ length: 2 * limit.default + 5 }, (_, index) => `5003584a-be1f-4754-a0c7-${index + 100_000_000_000}`),
)
let server: Awaited<ReturnType<typeof serveList>>
let env: Record<string, string>

beforeAll(async () => {
  server = await serveList(createListServer(all))
  env = { OPENCOPILOT_BASE_URL: server.baseUrl, OPENCOPILOT_TOKEN: 'made-up', OPENCOPILOT_ORGANIZATION_ID: 'acme' }
})

afterAll(() => server.close())

describe('list', () => {
  it('shows the first page as a table, without colours where there is no terminal', async () => {
    const { code, stdout, stderr } = await runHere(['list'], env)
    const [header, ...lines] = stdout.trimEnd().split('\n')
    expect(header).toMatch(/^created \(UTC\) +id +channel/)
    expect(lines.map((line) => line.split(/ {2,}/)[1])).toEqual(all.slice(0, limit.default).map(({ id }) => id))
    expect(stdout).not.toContain('\u001b')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('is as wide as COLUMNS says, and coloured when it is told to be', async () => {
    const { stdout } = await runHere(['list'], { ...env, COLUMNS: '60' })
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
    expect((await runHere(['list'], { ...env, FORCE_COLOR: '1' })).stdout).toContain('\u001b[1mcreated (UTC)')
    expect((await runHere(['list'], { ...env, FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b')
  })

  it('lists the page, limit, order and form that it is asked for', async () => {
    const args = ['list', '--page', '2', '--limit', '4', '--sort-direction', 'desc', '--output']
    const expected = all.toReversed().slice(4, 8)
    expect(JSON.parse((await runHere([...args, 'json'], env)).stdout)).toEqual(expected)
    const lines = (await runHere([...args, 'ndjson'], env)).stdout.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected)
    expect((await runHere([...args, 'csv'], env)).stdout.match(/^[0-9a-f-]{36},/gm)).toEqual(
      expected.map(({ id }) => `${id},`),
    )
  })

  it.each([
    ['table', ''],
    ['json', '[]\n'],
    ['ndjson', ''],
  ])('says that a page is empty beside the output as %s', async (output, stdout) => {
    expect(await runHere(['list', '--page', '99', '--output', output], env)).toEqual({
      code: 0,
      stdout,
      stderr: 'Page 99 is empty: the conversations end before it.\n',
    })
  })

  it('takes what was pasted into the environment with blanks and line ends', async () => {
    const pasted = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, ` ${value}\r\n`]))
    expect((await runHere(['list', '--limit', '1'], pasted)).code).toBe(0)
  })

  it('disarms CSV on a terminal, and hands it on as it came everywhere else', async () => {
    const summary = 'a\n::error::b\u001b[2J ##[error]c'
    const other = await serveList(createListServer([conversation('c-1', { summary })]))
    const list = () => runHere(['list', '--output', 'csv'], { ...env, OPENCOPILOT_BASE_URL: other.baseUrl })
    const piped = await list()
    const before = stdout.isTTY
    stdout.isTTY = true
    const shown = await list()
    stdout.isTTY = before
    other.close()
    expect(piped.stdout).toContain(summary)
    expect(shown.stdout).toContain('a\n: :error::b␛[2J # #[error]c')
  })

  it('says on a terminal why it waits', async () => {
    const list = createListServer([conversation('c-1')])
    let refused = 0
    list.before = () => (refused++ === 0 ? Response.json({}, { status: 503 }) : undefined)
    const other = await serveList(list)
    const before = stderr.isTTY
    Object.assign(stderr, { isTTY: true, cursorTo: () => true, clearLine: () => true })
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const ended = await runHere(['list'], { ...env, OPENCOPILOT_BASE_URL: other.baseUrl })
    vi.restoreAllMocks()
    stderr.isTTY = before
    other.close()
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('c-1') })
    expect(ended.stderr).toContain('waiting for the page (status 503, attempt 2 in 0.0 s)')
  })

  it('says what is missing, in one line', async () => {
    const { OPENCOPILOT_TOKEN, OPENCOPILOT_ORGANIZATION_ID, ...rest } = env as Record<string, string>
    expect(await runHere(['list'], { ...rest, OPENCOPILOT_ORGANIZATION_ID: 'acme' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'opencopilot-chat: The token is missing. Set OPENCOPILOT_TOKEN\n',
    })
    expect(await runHere(['list'], { ...rest, OPENCOPILOT_TOKEN: 'made-up' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'opencopilot-chat: The organization is missing. Set OPENCOPILOT_ORGANIZATION_ID, or use --organization\n',
    })
  })

  it.each([
    [['lst'], /unknown command 'lst'\n\(Did you mean list\?\)/],
    [['list', '--limt', '3'], /unknown option '--limt'\n\(Did you mean --limit\?\)/],
    [['list', '--limit', '0'], /--limit <number>' argument '0' is invalid. Allowed: a whole number of at least 1\./],
    [
      ['list', '--sort-by', ' '],
      /--sort-by <field>' argument ' ' is invalid. Allowed: created_at, .* or another name\./,
    ],
    [['list', '--timeout', '3000000000'], /Allowed: a whole number from 1 to 2147483647\./],
    [['list', '--output', 'tabel'], /Allowed: table, json, ndjson, csv. Did you mean table\?/],
    [['list', 'extra'], /too many arguments/],
    [['list', '--base-url', 'nonsense'], /opencopilot-chat: --base-url must be/],
    [['list', '--organization', '..'], /--organization must be one path segment/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await runHere(args, env)
    expect(stderr).toMatch(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  it('says in one line what the server refuses, without the token', async () => {
    const { code, stderr } = await runHere(['list'], { ...env, OPENCOPILOT_TOKEN: 'not-the-token' })
    expect(stderr).toMatch(/^opencopilot-chat: GET \S+ answered 401 .*check OPENCOPILOT_TOKEN\.\n$/)
    expect(stderr).not.toContain('not-the-token')
    expect(code).toBe(1)
  })

  it('shows what breaks the contract and counts it, or refuses it', async () => {
    const broken = createListServer([conversation('c-1', { status: 5 })])
    const other = await serveList(broken)
    const there = { ...env, OPENCOPILOT_BASE_URL: other.baseUrl }
    const taken = await runHere(['list'], there)
    const refused = await runHere(['list', '--strict'], there)
    other.close()
    expect(taken).toMatchObject({ code: 0, stdout: expect.stringContaining('c-1') })
    expect(taken.stderr).toBe('1 conversation: /status must be of type string\n')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/page 1 breaks the contract: \/status must be of type string\. .*without --strict/)
  })
})
