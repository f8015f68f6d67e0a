import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clauses } from '../src/contract/index.ts'
import { unexpectedFiles } from './check-package/content.ts'
import { publintFindings, typesFindings } from './check-package/findings.ts'
import { type Installation, installPackage } from './check-package/install.ts'
import { type PackedPackage, packPackage } from './check-package/pack.ts'

const manifest = JSON.parse(await readFile('package.json', 'utf8'))

let packed: PackedPackage
let project: Installation

beforeAll(async () => {
  packed = await packPackage()
  project = await installPackage(packed.tarball)
})

afterAll(async () => {
  await project?.remove()
  await packed?.remove()
})

describe('the package', () => {
  it('holds what its users need, and nothing else', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'dist/generated/facts.js',
        'dist/generated/types.d.ts',
        'dist/src/cli/main.js',
        'dist/src/contract/index.d.ts',
        'dist/src/contract/index.js',
        'dist/src/index.d.ts',
        'dist/src/index.js',
        'dist/src/node/index.d.ts',
        'dist/src/node/index.js',
        'openapi/examples/documented.json',
        'openapi/openapi.yaml',
        'package.json',
      ]),
    )
    expect(unexpectedFiles(packed.files)).toEqual([])
  })

  it('stays small', () => {
    expect(packed.size).toBeLessThan(600_000)
  })

  it('gives publint nothing to say', async () => {
    expect(await publintFindings(packed.tarball)).toEqual([])
  })

  it('has types that are right wherever ESM is', async () => {
    expect(await typesFindings(packed.tarball)).toEqual([])
  })

  it('tells bundlers that they may drop what is not used', () => {
    expect(manifest.sideEffects).toBe(false)
  })

  it('names types first wherever it names several forms of an entry', () => {
    const forms = Object.values(manifest.exports).filter((entry) => typeof entry === 'object' && entry !== null)
    expect(forms.map((entry) => Object.keys(entry as object))).toEqual(forms.map(() => ['types', 'default']))
  })
})

describe('the package, installed in an empty project', () => {
  it('imports the client', async () => {
    const source = "import { createChatClient } from 'opencopilot-chat'; console.log(typeof createChatClient)"
    expect(await project.runModule(source)).toBe('function')
  })

  it('imports verify', async () => {
    const source =
      "import { verify, clauses } from 'opencopilot-chat/contract'; console.log(typeof verify, clauses.length)"
    expect(await project.runModule(source)).toBe(`function ${clauses.length}`)
  })

  it('imports nodeFetch', async () => {
    const source = "import { nodeFetch } from 'opencopilot-chat/node'; console.log(typeof nodeFetch())"
    expect(await project.runModule(source)).toBe('function')
  })

  it('keeps everything else to itself', async () => {
    const source = "await import('opencopilot-chat/dist/src/cli/run.js').catch(({ code }) => console.log(code))"
    expect(await project.runModule(source)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it('finds the contract', async () => {
    const source = "console.log(import.meta.resolve('opencopilot-chat/openapi.yaml'))"
    expect(await project.runModule(source)).toMatch(/opencopilot-chat\/openapi\/openapi\.yaml$/)
  })

  it('can be required, where Node can require ESM', async (context) => {
    if (!('require_module' in process.features)) context.skip(`Node ${process.versions.node} can't require ESM`)
    const source = `
      import { createRequire } from 'node:module'
      const require = createRequire(process.cwd() + '/program.js')
      console.log(typeof require('opencopilot-chat').createChatClient)
    `
    expect(await project.runModule(source)).toBe('function')
  })

  it('runs the command', async () => {
    expect(await project.runCommand('--version')).toBe(manifest.version)
    const listed = await project.runCommand('verify', '--list')
    for (const { id } of clauses) expect(listed).toContain(id)
  })

  it('has types that let a strict program pass, and find its mistake', async () => {
    const program = `
      import { type Conversation, createChatClient } from 'opencopilot-chat'
      import { type Report, verify } from 'opencopilot-chat/contract'
      const chat = createChatClient({ token: 'a-token' })
      export const first = async (): Promise<Conversation | undefined> => (await chat.listConversations('acme'))[0]
      export const report = (): Promise<Report> => verify({ token: 'a-token', organizationId: 'acme' })
      export const wrong: number = chat
    `
    expect(await project.compile(program)).toMatch(/^program\.ts\(7,20\): error TS2322: [^\n]+$/)
  })
})
