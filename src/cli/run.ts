import { CommanderError } from 'commander'
import { CouldNotRunError } from '../contract/index.ts'
import { exitCodes } from './exit-codes.ts'
import { createProgram } from './program.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command line and resolves with its exit code. What goes wrong is said in one line on stderr. */
export async function run(args: string[]): Promise<number> {
  let exitCode: number = exitCodes.done
  const program = createProgram((code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.couldNotRun
    console.error(`opencopilot-chat: ${error instanceof Error ? error.message : String(error)}`)
    return error instanceof CouldNotRunError || error instanceof UsageError ? exitCodes.couldNotRun : exitCodes.failed
  }
}
