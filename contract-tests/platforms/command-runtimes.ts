import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Report, ScenarioInput } from './scenario.ts'

const execute = promisify(execFile)
const isWindows = process.platform === 'win32'

/** A runtime that is a command. */
export interface CommandRuntime {
  name: string
  /** What to run it with, where it is there as it is. */
  command: string
  /** The package of the registry that brings it, asked for only where fetching is allowed. */
  fetched?: string
  /** What comes before the script. */
  options: readonly string[]
}

/** Deno gets no more than the network, and no question is asked. */
const deno = ['run', '--no-prompt', '--no-lock', '--node-modules-dir=manual', '--allow-net=127.0.0.1']

export const commandRuntimes: readonly CommandRuntime[] = [
  { name: 'the Node that runs the tests', command: process.execPath, options: [] },
  { name: 'Node 22', command: 'node22', fetched: 'node@22', options: [] },
  { name: 'Node 24', command: 'node24', fetched: 'node@24', options: [] },
  { name: 'Deno', command: 'deno', fetched: 'deno@2', options: deno },
  { name: 'Bun', command: 'bun', fetched: 'bun@1', options: [] },
]

/** Whether runtimes that aren't here are fetched from the registry: some 200 MB, so in CI, or when asked for. */
const mayFetch = Boolean(process.env.CI || process.env.FETCH_RUNTIMES)

/** How to call a runtime, or why it can't be called. */
export async function findRuntime({ command, fetched }: CommandRuntime): Promise<string[] | { missing: string }> {
  if (await runs([command])) return [command]
  if (!fetched) return { missing: `${command} does not run` }
  if (!mayFetch) return { missing: `no ${command} on the PATH; FETCH_RUNTIMES=1 fetches ${fetched}` }
  const line = ['npx', '--yes', fetched]
  return (await runs(line)) ? line : { missing: `${fetched} can't be fetched from the registry, or doesn't run here` }
}

async function runs(line: readonly string[]): Promise<boolean> {
  return start([...line, '--version'], undefined, 180_000).then(
    () => true,
    () => false,
  )
}

/** Runs the scenario, compiled as `scenario.mjs` in a folder where the package is installed. */
export async function runScenario(
  { options }: CommandRuntime,
  line: readonly string[],
  folder: string,
  input: ScenarioInput,
): Promise<{ report: Report; stderr: string }> {
  const script = join(folder, 'run.mjs')
  await writeFile(
    script,
    `import { scenario } from './scenario.mjs'\nconsole.log(JSON.stringify(await scenario(${JSON.stringify(input)})))\n`,
  )
  const { stdout, stderr } = await start([...line, ...options, script], folder, 60_000)
  return { report: JSON.parse(stdout), stderr }
}

function start([command = '', ...words]: readonly string[], cwd: string | undefined, timeout: number) {
  const env = { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', npm_config_loglevel: 'error' }
  return execute(command, words, { cwd, timeout, env, shell: isWindows && !command.includes('\\') })
}
