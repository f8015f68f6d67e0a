/**
 * Starts the sandbox of the contract that is generated here and runs the command line on it. Prints as JSON what each of
 * the command lines, which the first argument holds as JSON, put out.
 */
import { argv, execPath, stdout } from 'node:process'
import { startSandbox } from '../sandbox/index.ts'
import { type ProcessResult, run } from './run.ts'

const commands: string[][] = JSON.parse(argv[2] ?? '[]')
const sandbox = await startSandbox()
const [one] = sandbox.organizations
const env = {
  OPENCOPILOT_BASE_URL: sandbox.baseUrl,
  OPENCOPILOT_TOKEN: one.token,
  OPENCOPILOT_ORGANIZATION_ID: one.id,
}
const outcomes: ProcessResult[] = []
for (const command of commands) {
  outcomes.push(await run(execPath, ['--import', 'tsx', 'src/cli/main.ts', ...command], { env, expect: 'any' }))
}
await sandbox.close()
stdout.write(JSON.stringify(outcomes))
