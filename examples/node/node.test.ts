import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runSample } from '../../contract-tests/platforms/sample.ts'
import { openStore, type Sandbox, type Store, startSandbox } from '../../contract-tests/sandbox/index.ts'

let store: Store
let sandbox: Sandbox
let folder: string

const conversations = 250

beforeAll(async () => {
  store = await openStore()
  sandbox = await startSandbox({ store, conversations })
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
})

afterAll(async () => {
  await sandbox?.close()
  await store?.close()
  await rm(folder, { recursive: true, force: true })
})

const idsIn = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)

/** The ids that there are, sorted, as the ids of a file are when they are compared. */
const stored = () => sandbox.organizations[0].conversations.map(({ id }) => id).sort()

it('exports every conversation once', async () => {
  const file = join(folder, 'all.ndjson')
  const ended = await runSample('node/export.ts', [file], sandbox)
  expect(ended).toEqual({ code: 0, stdout: `${conversations} conversations in ${file}\n`, stderr: '' })
  expect((await idsIn(file)).sort()).toEqual(stored())
})

it('says in one line why it cannot export', async () => {
  const ended = await runSample('node/export.ts', [join(folder, 'none.ndjson')], sandbox, { OPENCOPILOT_TOKEN: '' })
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^error: .*token.*\n$/) })
})

it('goes on with the page that failed, without loss or duplicates', async () => {
  const file = join(folder, 'resumed.ndjson')
  let expired = true
  const expiring = await startSandbox({
    store,
    conversations,
    seams: {
      authenticate: (context, next) => (expired && context.request.query.get('page') === '3' ? undefined : next()),
    },
  })
  const first = await runSample('node/resume.ts', [file], expiring)
  expect(first).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/401.*\nEverything before page 3 /),
  })
  expect(await idsIn(file)).toHaveLength(200)

  expired = false
  const second = await runSample('node/resume.ts', [file], expiring)
  expect(second).toEqual({ code: 0, stdout: `complete: ${file}\n`, stderr: '' })
  expect((await idsIn(file)).sort()).toEqual(stored())
  await expiring.close()
})
