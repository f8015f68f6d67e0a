import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Action, ActionStep } from './action-file.ts'
import { fillIn, holds, type Scope } from './expression.ts'

/** What a run of an action leaves behind. */
export interface ActionRun {
  /** Everything that its shell steps printed. */
  log: string
  /** The job summary. */
  summary: string
  outputs: Record<string, string>
  /** Outputs of the steps that ran, by id. */
  steps: Scope['steps']
  /** The first exit code that is not 0, which fails the job; otherwise 0. */
  exitCode: number
  /** The other actions that it would have used, in order, with what they are given. */
  uses: { action: string; with: Record<string, string> }[]
  remove(): Promise<void>
}

/**
 * Runs the shell steps of a composite action one after the other, with the files and variables that a runner gives them.
 *
 * @param done Outputs of steps that an earlier run went through, by id; they are not run again.
 */
export async function runAction(
  action: Action,
  given: Record<string, string>,
  done: Scope['steps'] = {},
): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'))
  const file = { output: join(folder, 'output'), summary: join(folder, 'summary') }
  await mkdir(join(folder, 'temp'))
  await writeFile(file.summary, '')
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ''])
  const scope: Scope = { inputs: { ...Object.fromEntries(defaults), ...given }, steps: { ...done } }
  const run: ActionRun = {
    log: '',
    summary: '',
    outputs: {},
    steps: scope.steps,
    exitCode: 0,
    uses: [],
    remove: () => rm(folder, { recursive: true, force: true }),
  }
  for (const step of action.runs.steps) {
    if (step.id && step.id in done) continue
    if (step.if && !holds(step.if, scope)) continue
    if (step.uses) {
      run.uses.push({ action: step.uses, with: filledIn(step.with ?? {}, scope) })
      continue
    }
    await writeFile(file.output, '')
    const { exitCode, log } = await runShell(step, {
      ...machine(),
      ...filledIn(step.env ?? {}, scope),
      GITHUB_ACTION_PATH: process.cwd(),
      GITHUB_OUTPUT: file.output,
      GITHUB_STEP_SUMMARY: file.summary,
      RUNNER_TEMP: join(folder, 'temp'),
    })
    run.log += log
    if (step.id) scope.steps[step.id] = readOutputs(await readFile(file.output, 'utf8'))
    run.exitCode = exitCode
    if (exitCode !== 0) break
  }
  run.summary = await readFile(file.summary, 'utf8')
  run.outputs = filledIn(
    Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value])),
    scope,
  )
  return run
}

/** As a runner starts a step with `shell: bash`. */
function runShell({ run = '' }: ActionStep, env: NodeJS.ProcessEnv): Promise<{ exitCode: number; log: string }> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { env })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ exitCode: code ?? 1, log }))
  })
}

/** What a runner's machine has, without what this test runner adds. */
function machine(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(OPENCOPILOT_|VITEST|NODE_ENV$|NO_COLOR$|FORCE_COLOR$)/.test(name),
  )
  return { ...Object.fromEntries(kept), npm_config_prefer_offline: 'true' }
}

const filledIn = (values: Record<string, string | number | boolean>, scope: Scope): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(String(value), scope)]))

function readOutputs(text: string): Record<string, string> {
  const lines = text.split('\n').filter(Boolean)
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}
