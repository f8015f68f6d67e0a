import { stderr } from 'node:process'
import { CommanderError } from 'commander'
import { CouldNotRunError } from '../contract/index.ts'
import { ChatConfigurationError } from '../index.ts'
import { tidyEnvironment } from './environment.ts'
import { exitCodes } from './exit-codes.ts'
import { explainError } from './explain-error.ts'
import { createProgram } from './program.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command line and resolves with its exit code. What goes wrong is said in one line on stderr. */
export async function run(args: string[]): Promise<number> {
  let exitCode: number = exitCodes.done
  tidyEnvironment()
  const program = createProgram((code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.couldNotRun
    stderr.write(`opencopilot-chat: ${explainError(error)}\n`)
    return couldNotRun.some((kind) => error instanceof kind) ? exitCodes.couldNotRun : exitCodes.failed
  }
}

const couldNotRun = [CouldNotRunError, UsageError, ChatConfigurationError]
