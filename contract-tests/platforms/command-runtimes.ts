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
  /** The package of the registry that brings it. */
  brought?: string
  /** What comes before the script. */
  options: readonly string[]
  /** And where the script uses `nodeFetch`, which reads the environment. */
  optionsOfNode?: readonly string[]
}

/** Deno gets no more than the network, and no question is asked. */
const deno = ['run', '--no-prompt', '--no-lock', '--node-modules-dir=manual', '--allow-net=127.0.0.1']

/** CI runs every test on each line of Node; these are the others. */
export const commandRuntimes: readonly CommandRuntime[] = [
  { name: 'the Node that runs the tests', command: process.execPath, options: [] },
  { name: 'Deno', command: 'deno', brought: 'deno@2', options: deno, optionsOfNode: ['--allow-env'] },
  { name: 'Bun', command: 'bun', brought: 'bun@1', options: [] },
]

/** They are some 100 MB each. */
const mayFetch = Boolean(process.env.FETCH_RUNTIMES)

/** How to call a runtime, or why it can't be called. */
export async function findRuntime({ command, brought }: CommandRuntime): Promise<string[] | { missing: string }> {
  if (await runs([command])) return [command]
  if (!brought) return { missing: `${command} does not run` }
  const line = ['npx', '--yes', ...(mayFetch ? [] : ['--offline']), brought]
  if (await runs(line)) return line
  return {
    missing: mayFetch
      ? `${brought} can't be fetched from the registry, or doesn't run here`
      : `no ${command} on the PATH or in npm's cache (FETCH_RUNTIMES=1 fetches ${brought})`,
  }
}

async function runs(line: readonly string[]): Promise<boolean> {
  return start([...line, '--version'], undefined, 120_000).then(
    () => true,
    () => false,
  )
}

/** Runs the scenario, compiled as `scenario.mjs` in a folder where the package is installed, with the global `fetch` or with `nodeFetch`. */
export async function runScenario(
  { options, optionsOfNode = [] }: CommandRuntime,
  line: readonly string[],
  folder: string,
  input: ScenarioInput,
  inNode: boolean,
): Promise<{ report: Report; stderr: string }> {
  const script = join(folder, 'run.mjs')
  await writeFile(
    script,
    `import { scenario } from './scenario.mjs'
    ${inNode ? "import { nodeFetch } from 'opencopilot-chat/node'" : ''}
    const fetch = ${inNode ? 'nodeFetch()' : undefined}
    console.log(JSON.stringify(await scenario(${JSON.stringify(input)}, fetch)))`,
  )
  const { stdout, stderr } = await start(
    [...line, ...options, ...(inNode ? optionsOfNode : []), script],
    folder,
    60_000,
  )
  return { report: JSON.parse(stdout), stderr }
}

function start([command = '', ...words]: readonly string[], cwd: string | undefined, timeout: number) {
  const env = { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', npm_config_loglevel: 'error' }
  return execute(command, words, { cwd, timeout, env, shell: isWindows && !command.includes('\\') })
}
