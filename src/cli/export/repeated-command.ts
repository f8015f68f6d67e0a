import type { Command } from 'commander'
import { shellCommand } from '../../text/shell-words.ts'

/** The command line that was given, ready for a shell, without some of its options (by the names of their values). */
export function repeatedCommand(command: Command, without: readonly string[]): string {
  const flags = command.options.flatMap((option) => {
    const name = option.attributeName()
    if (without.includes(name) || command.getOptionValueSource(name) !== 'cli') return []
    const flag = option.long ?? option.flags
    return option.isBoolean() || option.negate ? [flag] : [flag, String(command.getOptionValue(name))]
  })
  return shellCommand(['opencopilot-chat', command.name(), ...flags])
}
