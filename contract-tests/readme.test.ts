import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { recordBlocks } from '../scripts/readme/record.ts'
import { run } from './run.ts'
import { environmentOf, type Sandbox, startSandbox } from './sandbox/index.ts'

const readme = await readFile('README.md', 'utf8')

/** Each TypeScript sample under the heading it stands below. */
const samples = readme.split(/^## /m).flatMap((section) => {
  const [heading = ''] = section.split('\n')
  return [...section.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => [heading, code] as const)
})

/** A sample that forgets the server of the environment asks nobody. */
const guard = new URL('setup.ts', import.meta.url).href

let sandbox: Sandbox
let folder: string

beforeAll(async () => {
  sandbox = await startSandbox()
  // Within the project, so that the samples import it by its name.
  folder = await mkdtemp('.readme-')
})

afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the samples of the README', () => {
  it('are all here', () => {
    expect(samples.length).toBeGreaterThanOrEqual(8)
  })

  it.each(samples)('run: %s', async (heading, code) => {
    const file = join(folder, `${heading.toLowerCase().replaceAll(/\W+/g, '-')}.mts`)
    await writeFile(file, code)
    const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', '--import', guard, file], {
      env: environmentOf(sandbox),
    })
    if (heading === 'Errors') expect(stderr).toMatch(/^api_error .*401[\s\S]*Get a new token/)
    else expect(stderr).toBe('')
    if (/console\.log/.test(code)) expect(stdout).not.toBe('')
  })
})

it('shows what the commands print', async () => {
  expect(await recordBlocks(readme), 'npm run readme writes it anew').toBe(readme)
})

it('has no line of code that a code host would cut', () => {
  const code = [...readme.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))
  expect(code.filter((line) => line.length > 96)).toEqual([])
})

it('has no comment in what is pasted into a shell: in zsh, as macOS starts it, it is arguments and other commands', () => {
  const shell = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))
  expect(shell).not.toEqual([])
  expect(shell.filter((line) => /(^|\s)#/.test(line))).toEqual([])
})

it('the workflow in the README gives the action what it needs, and nothing that it does not know', async () => {
  const { inputs } = parse(await readFile('action.yml', 'utf8')) as { inputs: Record<string, { required?: boolean }> }
  const [, workflow = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? []
  const [step] = parse(workflow) as [{ uses: string; with: Record<string, string> }]
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  expect(step.uses.split('@')[1]).toBe(`v${version}`)
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)))
  const required = Object.keys(inputs).filter((name) => inputs[name]?.required)
  expect(Object.keys(step.with)).toEqual(expect.arrayContaining(required))
})
