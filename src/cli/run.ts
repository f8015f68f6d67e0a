import { stderr } from 'node:process'
import { CommanderError } from 'commander'
import { CouldNotRunError } from '../contract/index.ts'
import { ChatConfigurationError } from '../index.ts'
import { tidyEnvironment } from './environment.ts'
import { exitCodes } from './exit-codes.ts'
import { explainError } from './explain-error.ts'
import { createProgram } from './program.ts'
import { print } from './standard-output.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command line and resolves with its exit code. What goes wrong is said in one line on stderr. */
export async function run(args: string[]): Promise<number> {
  let exitCode: number = exitCodes.done
  tidyEnvironment()
  let help = ''
  const program = createProgram(
    (code) => {
      exitCode = code
    },
    (text) => {
      help += text
    },
  )
  try {
    await program.parseAsync(args, { from: 'user' }).catch((error: unknown) => {
      // That is how help and version end.
      if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error
    })
    if (help) await print(help)
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return exitCodes.couldNotRun
    stderr.write(`opencopilot-chat: ${explainError(error)}\n`)
    return couldNotRun.some((kind) => error instanceof kind) ? exitCodes.couldNotRun : exitCodes.failed
  }
}

const couldNotRun = [CouldNotRunError, UsageError, ChatConfigurationError]
