import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore, type Seams, type Store, startSandbox } from '../../contract-tests/sandbox/index.ts'
import { clauses } from '../../src/contract/index.ts'
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { type PackedPackage, packPackage } from '../check-package/pack.ts'
import { readAction } from './action-file.ts'
import { type ActionRun, runAction } from './run-action.ts'

const action = await readAction()

/** One of many bugs: every page is the first one. */
const samePages: Seams = { list: (query, next) => next({ ...query, offset: 0 }) }

// A runner brings a bash of its own to Windows; the first one in the path there may be another.
/** How many clauses have these ids: each operation has some of its own. */
const countOf = (...ids: string[]) => String(clauses.filter(({ id }) => ids.includes(id)).length)

describe.skipIf(platform === 'win32')('the action', () => {
  let store: Store
  let packed: PackedPackage
  let installed: ActionRun

  beforeAll(async () => {
    store = await openStore()
    packed = await packPackage()
    const steps = action.runs.steps.slice(0, action.runs.steps.findIndex(({ id }) => id === 'install') + 1)
    installed = await runAction({ ...action, runs: { ...action.runs, steps } }, { version: `file:${packed.tarball}` })
    expect(installed.exitCode, installed.log).toBe(0)
  }, 180_000)

  // What the tests themselves run for says nothing of the action.
  beforeEach(() => void vi.stubEnv('GITHUB_EVENT_PATH', ''))

  afterAll(async () => {
    vi.unstubAllEnvs()
    await installed?.remove()
    await packed?.remove()
    await store?.close()
  })

  async function verify(given: Record<string, string>, seams?: Seams): Promise<{ run: ActionRun; tokens: string[] }> {
    // No answer is fast, so that where a busy machine pauses, none is reported as far slower than the others.
    const sandbox = await startSandbox({ store, latency: 40, ...(seams && { seams }) })
    onTestFinished(() => sandbox.close())
    const [own, other] = sandbox.organizations
    const inputs = {
      'base-url': sandbox.baseUrl,
      'organization-id': own.id,
      token: own.token,
      'other-organization-id': other.id,
      'other-token': other.token,
      ...given,
    }
    const reports = await temporaryFolder()
    const install = { ...installed.steps.install, reports }
    const run = await runAction(action, inputs, { ...installed.steps, install })
    onTestFinished(run.remove)
    const tokens = [own.token, other.token]
    for (const token of tokens) expect(run.log + run.summary).not.toContain(token)
    return { run, tokens }
  }

  it('looks for Node, and installs the command', () => {
    expect(installed.steps).toEqual({
      node: { usable: 'true' },
      install: { command: expect.stringMatching(/main\.js$/), reports: expect.stringMatching(/reports$/) },
    })
    expect(installed.uses).toEqual([])
  })

  it('reports a server that keeps to the contract', async () => {
    const { run } = await verify({})
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs, run.log).toMatchObject({ verdict: 'held', 'exit-code': '0', violated: '0', advisory: '0' })
    const { held, 'not-exercised': notExercised } = run.outputs
    expect(Number(held) + Number(notExercised)).toBe(clauses.filter(({ intrusive }) => !intrusive).length)
    expect(run.summary).toContain('## ✅ Nothing violated')
    expect(run.log).toContain('::notice title=Contract::')
    expect(run.log).not.toContain('::error')
  })

  it('reports a server that leaves it, uploads the reports, and fails last', async () => {
    const { run, tokens } = await verify({}, samePages)
    expect(run.exitCode, run.log).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'violated', 'exit-code': '1' })
    expect(Number(run.outputs.violated)).toBeGreaterThan(0)
    expect(run.summary).toContain('## ❌ The server breaks the contract')
    expect(run.log).toMatch(/^::error title=(\w+ )?paging-[\w-]+ violated::/m)
    const reports = run.outputs.reports ?? ''
    expect(run.uses).toEqual([
      {
        action: 'actions/upload-artifact@v6',
        with: { name: 'opencopilot-chat-verify', path: reports, 'if-no-files-found': 'error' },
      },
    ])
    expect((await readdir(reports)).sort()).toEqual([
      'annotations.txt',
      'report.html',
      'report.json',
      'report.md',
      'report.xml',
    ])
    for (const file of await readdir(reports)) {
      const text = await readFile(join(reports, file), 'utf8')
      for (const token of tokens) expect(text, file).not.toContain(token)
    }
    expect(await readFile(join(reports, 'report.xml'), 'utf8')).toContain('<testsuite')
    expect(await readFile(join(reports, 'report.html'), 'utf8')).toContain('<html')
  })

  it('judges what it is asked to, as severely as it is asked to', async () => {
    const only = ['response-json', 'paging-no-gap']
    const { run } = await verify({
      only: only.join(','),
      intrusive: 'true',
      rate: '1000',
      'artifact-name': '',
    })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ held: countOf(...only), 'not-exercised': '0' })
    expect(run.uses).toEqual([])
  })

  it('cuts blanks around inputs, and takes empty ones for none', async () => {
    const { run } = await verify({ only: ' response-json\n', intrusive: '', rate: ' 1000 ', 'fail-on': ' ' })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ held: countOf('response-json'), 'not-exercised': '0' })
  })

  it('has the runner listen to nothing that verify prints but the annotations', async () => {
    const { run } = await verify({ only: 'paging-no-overlap' }, samePages)
    const [, token = ''] = /^::stop-commands::(.+)$/m.exec(run.log) ?? []
    const [before, report, after = ''] = run.log.split(token)
    expect(before).toBe('::stop-commands::')
    expect(report).toContain('paging-no-overlap')
    const annotations = after.trim().split('\n').slice(1)
    expect(annotations).toEqual([
      expect.stringMatching(/^::error title=(\w+ )?paging-no-overlap violated::/),
      expect.stringMatching(/^::notice title=Contract::/),
    ])
  })

  it.each<[string, Record<string, string>, string]>([
    ['a refused token', { token: 'not-the-token' }, 'the token was refused'],
    ['no token', { token: ' ' }, 'The input token is empty. Is there such a secret'],
    ['no organization', { 'organization-id': '' }, 'The input organization-id is empty'],
    ['neither', { token: '', 'organization-id': '' }, 'The inputs token and organization-id are empty'],
    ['an unreachable server', { 'base-url': 'http://127.0.0.1:1' }, "can't be reached"],
    ['a word for intrusive', { intrusive: 'yes' }, 'The input intrusive is "yes". Allowed: true, false'],
    ['a word for rate', { rate: 'fast' }, "option '--rate <number>' argument 'fast' is invalid"],
    ['an unknown clause', { only: 'no-such-clause' }, 'no-such-clause'],
    ['an option in place of a value', { only: '--show-values' }, '--show-values'],
    ['a command in place of a value', { 'fail-on': '$(touch /tmp/x)"; exit 0 #' }, '--fail-on'],
  ])('says in one line that it could not run, for %s', async (_, given, reason) => {
    const { run } = await verify(given)
    expect(run.exitCode, run.log).toBe(2)
    expect(run.outputs).toMatchObject({ verdict: 'could-not-run', 'exit-code': '2' })
    expect(run.log).toMatch(/^::error title=The check could not run::.+$/m)
    expect(run.log).toContain(reason)
    expect(run.summary).toMatch(/^## ❌ The check could not run\n\n.+\n$/)
    expect(run.uses).toEqual([])
  })

  it.each([
    ['a fork', 'somebody/fork', 0],
    ['the repository itself', 'acme/chat', 2],
  ])('without a token, treats a pull request from %s as it should', async (_, from, exitCode) => {
    const event = join(await temporaryFolder(), 'event.json')
    const repo = (name: string) => ({ repo: { full_name: name } })
    await writeFile(event, JSON.stringify({ pull_request: { head: repo(from), base: repo('acme/chat') } }))
    vi.stubEnv('GITHUB_EVENT_PATH', event)
    const { run } = await verify({ token: '' })
    expect(run.exitCode, run.log).toBe(exitCode)
    expect(run.uses).toEqual([])
    if (exitCode === 2) return
    expect(run.outputs).toMatchObject({ verdict: 'skipped', 'exit-code': '0' })
    expect(run.log).toMatch(
      /^::notice title=Skipped::The input token is empty, since a pull request from a fork gets no secrets/m,
    )
    expect(run.summary).toContain('## ➖ Skipped')
    expect(run.log).not.toContain('::error')
  })
})

describe('action.yml', () => {
  const { steps } = action.runs

  it('lets nothing that is passed in become part of a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })

  it('hands the tokens to one step, as variables', () => {
    const holders = steps.filter((step) => /inputs\.(other-)?token/.test(JSON.stringify(step)))
    expect(holders.map(({ name }) => name)).toEqual(['Verify'])
    expect(JSON.stringify({ ...holders[0], env: {} })).not.toContain('token')
  })

  it('says of each input and output what it is, and has no secret by default', () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/\.$/)
    }
    expect(action.inputs.token).toEqual({ description: expect.any(String), required: true })
  })
})
