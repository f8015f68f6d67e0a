import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCommand } from '../../src/cli/testing/run-command.ts'
import { runHere } from '../../src/cli/testing/run-here.ts'
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { environmentOf, openStore, type Sandbox, type Store, startSandbox } from '../sandbox/index.ts'

let store: Store
let sandbox: Sandbox
/** The same conversations from a server that thinks for a minute from this page on. */
let slow: Sandbox
let slowFrom = Number.POSITIVE_INFINITY

beforeAll(async () => {
  store = await openStore()
  sandbox = await startSandbox({ store, conversations: 60 })
  slow = await startSandbox({
    store,
    conversations: 60,
    seams: {
      respond: (answer, { query }) => (query && query.page >= slowFrom ? { ...answer, delay: 60_000 } : answer),
    },
  })
})

afterAll(async () => {
  await Promise.all([sandbox.close(), slow.close()])
  await store.close()
})

const idsIn = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id)

const idsOf = ({ organizations: [{ conversations }] }: Sandbox) => conversations.map(({ id }) => id)

describe('export', () => {
  it('writes every conversation once, and says so', async () => {
    const file = join(await temporaryFolder(), 'all.ndjson')
    const { code, stdout, stderr } = await runHere(['export', '--file', file, '--limit', '7'], environmentOf(sandbox))
    expect(stderr).toMatch(/^Exported 60 conversations to \S+all\.ndjson \(\d+(\.\d)? kB, \d+\.\d s\)\.\n$/)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect((await idsIn(file)).sort()).toEqual(idsOf(sandbox).sort())
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('stops at %s with the command that goes on', async (signal) => {
    const folder = await temporaryFolder()
    const file = join(folder, 'all of it.ndjson')
    const args = ['export', '--file', file, '--limit', '3', '--concurrency', '1']
    slowFrom = 5
    const { child, ended } = startCommand(args, environmentOf(slow))
    await untilThere(`${file}.part.json`)
    child.kill(signal)
    const { code, stdout, stderr } = await ended
    slowFrom = Number.POSITIVE_INFINITY
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toBe(
      [
        'opencopilot-chat: interrupted',
        `${(await idsIn(`${file}.part`)).length} conversations kept in ${file}.part. Continue with:`,
        `  opencopilot-chat export --file '${file}' --limit 3 --concurrency 1 --resume`,
        '',
      ].join('\n'),
    )

    const resumed = await runHere([...args, '--resume'], environmentOf(slow))
    expect(resumed.stderr).toMatch(/^Going on after \d+ conversations\.\nExported 60 conversations to /)
    expect(resumed.code).toBe(0)
    expect((await idsIn(file)).sort()).toEqual(idsOf(slow).sort())
    expect(await readdir(folder)).toEqual(['all of it.ndjson'])
  })

  it('says how to go on after a failure', async () => {
    const file = join(await temporaryFolder(), 'all.csv')
    const failing = await startSandbox({
      store,
      conversations: 60,
      seams: {
        receive: ({ request }) =>
          request.query.get('page') === '3' ? { status: 403, headers: {}, json: {} } : undefined,
      },
    })
    const { code, stderr } = await runHere(['export', '--file', file, '--limit', '10'], environmentOf(failing))
    await failing.close()
    const [error, kept, command] = stderr.split('\n')
    expect(error).toMatch(/^opencopilot-chat: GET .* answered 403 .*The token has no right/)
    expect(kept).toBe(`20 conversations kept in ${file}.part. Continue with:`)
    expect(command).toBe(`  opencopilot-chat export --file ${file} --limit 10 --resume`)
    expect(code).toBe(1)
  })

  it.each([
    [[], /--file is missing: name the file to write, or - for standard output/],
    [['--fil', 'x.csv'], /unknown option '--fil'[\s\S]*Did you mean --file\?/],
    [['--file', 'x.cvs'], /--file x\.cvs: its extension must be one of .*Did you mean \.csv\?/],
    [['--file', 'x'], /--file x: its extension must be one of/],
    [['--file', 'x.json', '--bom'], /--bom is for csv alone, and the form is json/],
    [['--file', '/nowhere/at/all/x.csv'], /can't be written: there is no such folder/],
    [['--file', 'src/cli/x.csv', '--organization', '..'], /--organization must be one path segment/],
    [['--file', 'x.csv', '--concurrency', '0'], /Allowed: a whole number of at least 1/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await runHere(['export', ...args], environmentOf(sandbox))
    expect(stderr).toMatch(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

async function untilThere(path: string): Promise<void> {
  while (!(await readFile(path).catch(() => undefined))) await new Promise((resolve) => setTimeout(resolve, 10))
}
