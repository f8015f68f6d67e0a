import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, findByName, sandboxWith } from '../faults/index.ts'
import { openStore, type SandboxOptions, type Store, startSandbox } from '../sandbox/index.ts'

const run = promisify(execFile)
const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
const workflows = fileURLToPath(new URL('listing.arazzo.yaml', import.meta.url))

let store: Store
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store?.close())

/** Runs the workflows with Redocly Respect, which judges status, content type and schema by the contract. */
async function respect(options: SandboxOptions): Promise<{ passed: boolean; output: string }> {
  const sandbox = await startSandbox({ store, ...options })
  const [{ id, token }] = sandbox.organizations
  const target = [
    '--server',
    `contract=${sandbox.baseUrl}`,
    '--input',
    `token=${token}`,
    '--input',
    `organizationId=${id}`,
  ]
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' }
  const ended = run(process.execPath, [redocly, 'respect', workflows, ...target], { env })
  try {
    const { stdout, stderr } = await ended
    return { passed: true, output: stdout + stderr }
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return { passed: false, output: stdout + stderr }
  } finally {
    await sandbox.close()
  }
}

test('the sandbox passes Redocly Respect', async () => {
  const { passed, output } = await respect({})
  expect(passed, output).toBe(true)
  expect(output).toMatch(/Workflows: 2 passed, 2 total/)
  expect(output).toMatch(/Steps: 7 passed, 7 total/)
})

test('Redocly Respect notices a sandbox that breaks the schema', async () => {
  const { passed, output } = await respect(sandboxWith(findByName(faults, 'wrong-type-handoff')))
  expect(passed).toBe(false)
  expect(output).toContain('handoff')
})
