import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli/testing/run-command.ts'
import { faults } from '../faults/index.ts'
import { environmentOf, type Sandbox, startSandbox } from '../sandbox/index.ts'
import { commandsInHelp, commandsInMarkdown } from './commands.ts'
import { startInTerminal } from './terminal.ts'

const documents = [
  'README.md',
  'examples/README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'bench/RESULTS.md',
]

const read = (file: string) => readFile(file, 'utf8')
const printed = new Set<string>()
for (const file of documents) for (const command of commandsInMarkdown(await read(file))) printed.add(command)
for (const name of ['list', 'export', 'verify']) {
  const { stdout } = await runCommand([name, '--help'])
  for (const command of commandsInHelp(stdout)) printed.add(command)
}

/** Commands that run here in a project's folder, each to its end. */
const own = [...printed].filter((command) => /^(npx )?opencopilot-chat (list|export|verify)\b/.test(command))
const examples = [...printed].filter((command) => command.startsWith('npx tsx examples/'))

/** Commands that run until they are stopped, each with what it is given so that it takes a free port. */
const servers = new Map<string, string>([
  ['npm run mock', ' -- --port 0'],
  ['npm run sandbox', ' -- --port 0'],
  ['npm run docs -- --serve', ' --port 0'],
  ['npm run docs:watch', ' -- --port 0'],
  ...[...printed].filter((command) => command.includes('--servedir=')).map((command) => [command, ''] as const),
])

/** Commands that something else runs, and where; undefined for those with which nothing of ours can go wrong. */
const elsewhere: Record<string, string | undefined> = {
  'bash .ci/run': '.github/workflows/ci.yml',
  'npm ci': '.ci/run',
  'npm run generate': '.ci/run',
  'npm run lint': '.ci/run',
  'npm run typecheck': '.ci/run',
  'npm run build': '.ci/run',
  'npm run size': '.ci/run',
  'npm run docs': '.ci/run',
  'npm test': '.ci/run',
  'npm run sandbox -- --data': 'contract-tests/sandbox/own-data.test.ts',
  'npm run test:defaults': '.github/workflows/ci.yml',
  'FETCH_RUNTIMES=1 npm test': undefined,
  'npx vitest run examples/msw': 'examples/msw/open-conversations.test.ts',
  'npx vitest run contract-tests/live': 'contract-tests/live/live.test.ts',
  'npm run check:package': 'scripts/check-package.test.ts',
  'npm run contract:diff': 'scripts/contract-diff.test.ts',
  'npm run contract:diff -- --base REF': 'scripts/contract-diff.test.ts',
  'npm run check:release': 'scripts/release/check-release.test.ts',
  'npm run readme': 'contract-tests/readme.test.ts',
  'npm run format': undefined,
  'npm run bench': undefined,
  'npm run bench -- --help': undefined,
  'npm run': undefined,
  'npm install': undefined,
  'npm version --no-git-tag-version': undefined,
  'npm audit signatures': undefined,
  // The package is packed and installed, by whatever name its file has.
  'npm pack': 'scripts/check-package.test.ts',
  'cd ../your-project': undefined,
  'cd opencopilot-chat': undefined,
  'git clone https://github.com/your-organization/opencopilot-chat.git': undefined,
  'export OPENCOPILOT_TOKEN=… OPENCOPILOT_ORGANIZATION_ID=…': undefined,
}

let sandbox: Sandbox
let folder: string
let access: Record<string, string>

beforeAll(async () => {
  sandbox = await startSandbox()
  folder = await mkdtemp(join(tmpdir(), 'printed-'))
  access = environmentOf(sandbox)
})

afterAll(async () => {
  await sandbox?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a printed command', () => {
  it.concurrent.for(own)('does what it says: %s', async (command, context) => {
    if (command.includes('| jq') && !existsSync('/usr/bin/jq')) return context.skip('/usr/bin/jq is not there')
    const ended = await inShell(asInstalled(command), await mkdtemp(join(folder, 'own-')))
    expect(ended).toMatchObject({ code: 0 })
  })

  it.each(examples)('does what it says: %s', async (command) => {
    const file = join(folder, 'conversations.ndjson')
    const ended = await inShell(command.replace('conversations.ndjson', file), resolve('.'))
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(file) })
  })

  it.for([...servers.keys()])('serves until it is stopped: %s', async (command, context) => {
    if (process.platform === 'win32') return context.skip('there are no process groups to stop it with')
    const program = startInTerminal(command + servers.get(command), access)
    try {
      const [url] = await program.printed(/http:\/\/(127\.0\.0\.1|localhost):\d+\S*?(?=[\s'".]|$)/)
      expect((await fetch(url)).status).toBeLessThan(500)
      if (command.includes('esbuild')) {
        expect(await (await fetch(url)).text()).toContain('<script type="module" src="main.js">')
        expect((await fetch(new URL('main.js', url))).status).toBe(200)
      }
    } finally {
      await program.stop()
    }
  })

  it('starts everything in one go: npm start', async () => {
    const { code, stdout } = await inShell('npm start', resolve('.'))
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('0 violated') })
    const [, next = ''] = stdout.split('\nNext:\n')
    const [, fault] = /npm start -- --fault (\S+)/.exec(next) ?? []
    expect(faults.map(({ name }) => name)).toContain(fault)
    for (const command of ['npm run sandbox', 'npm run docs -- --serve']) expect(next).toContain(command)
  })

  it('is tried here or elsewhere', async () => {
    const tried = [...own, ...examples, ...servers.keys(), 'npm start', ...Object.keys(elsewhere)]
    const tarball = /^npm install \.\.\/opencopilot-chat\/opencopilot-chat-(.*)\.tgz$/
    const { version, scripts } = JSON.parse(await read('package.json'))
    for (const command of printed) {
      const [, named] = tarball.exec(command) ?? []
      if (named) expect(named).toBe(version)
      else if (!command.startsWith('npm install ')) expect(tried, 'try it, or say where it is tried').toContain(command)
      const [, script] = /\bnpm run ([\w:]+)/.exec(command) ?? []
      if (script) expect(scripts).toHaveProperty([script])
    }
    for (const [command, file] of Object.entries(elsewhere)) {
      expect([...printed], 'nothing prints it any more').toContain(command)
      if (file?.endsWith('.test.ts')) expect(existsSync(file), file).toBe(true)
      else if (file) expect(await read(file)).toContain(command)
    }
  })
})

/** A program of this folder, as a shell on any system starts it. */
const loaded = (file: string) =>
  `"${process.execPath}" --import "${pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href}" "${file}"`

/** The command as one has it who installed it, on the server that there is. */
const asInstalled = (command: string) =>
  command
    .replace(/^(npx )?opencopilot-chat/, loaded(resolve('src/cli/main.ts')))
    .replace('http://127.0.0.1:4020', sandbox.baseUrl)
    .replace('--organization acme', `--organization ${sandbox.organizations[0].id}`)

async function inShell(command: string, cwd: string) {
  const env = { ...process.env, ...access }
  try {
    return { code: 0, ...(await promisify(execFile)(command, { cwd, env, shell: true })) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}
