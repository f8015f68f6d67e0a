import { Command } from 'commander'
import { contract } from '../../generated/facts.ts'
import { exportCommand } from './export.ts'
import { listCommand } from './list.ts'
import { verifyCommand } from './verify.ts'

/**
 * The command line as a whole. `onExit` is told the exit code of a command that came to its end, `writeOut` is given help
 * and version.
 */
export function createProgram(onExit: (code: number) => void, writeOut: (text: string) => void): Command {
  const program = new Command('opencopilot-chat')
    .description(
      'Lists and exports the conversations of an OpenCopilot (open.cx) organization, and checks a server of this API.',
    )
    .version(contract.version)
    .showHelpAfterError('Run with --help for all options.')
    .exitOverride()
    .configureOutput({ writeOut })
  for (const command of [listCommand(onExit), exportCommand(onExit), verifyCommand(onExit)]) {
    // Without it a command would end the process by itself, with an exit code of its own.
    program.addCommand(command.copyInheritedSettings(program))
  }
  return program
}
