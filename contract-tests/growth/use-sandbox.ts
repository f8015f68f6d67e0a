/**
 * Starts the sandbox of the contract that is generated here and runs the command line on it. Prints as JSON what each of
 * the command lines, which the first argument holds as JSON, put out.
 */
import { argv, execPath, stdout } from 'node:process'
import { type ProcessResult, run } from '../run.ts'
import { environmentOf, startSandbox } from '../sandbox/index.ts'

const commands: string[][] = JSON.parse(argv[2] ?? '[]')
const sandbox = await startSandbox()
const env = environmentOf(sandbox)
const outcomes: ProcessResult[] = []
for (const command of commands) {
  outcomes.push(await run(execPath, ['--import', 'tsx', 'src/cli/main.ts', ...command], { env, expect: 'any' }))
}
await sandbox.close()
stdout.write(JSON.stringify(outcomes))
