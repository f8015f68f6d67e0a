/**
 * Says what changed in the contract and what version step that needs. Prints a report as Markdown.
 * Exit codes: 0 the version declares the changes, 1 it doesn't, 2 the comparison could not run.
 */
import { appendFile } from 'node:fs/promises'
import { Command } from 'commander'
import { baseContract, diffContracts, renderDiff, verdict } from './contract-diff/index.ts'

const contractPath = 'openapi/openapi.yaml'

interface Flags {
  base?: string
  revision: string
  output?: string
}

const flags = new Command('npm run contract:diff --')
  .description('Says what changed in the contract, and what version step that needs.')
  // Required, but not by commander, which would say so before it names a flag that was misspelt.
  .option('--base <ref or file>', 'the contract to compare with: a git ref or a file')
  .option('--revision <file>', 'the contract that changed', contractPath)
  .option('--output <file>', 'add the report to this file too, for example a job summary')
  .addHelpText(
    'after',
    '\nExit codes: 0 the version declares the changes, 1 it does not, 2 the comparison could not run.',
  )
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Flags>()

process.exitCode = await run(flags).catch((error: Error) => {
  console.error(`error: ${error.message.split('\n')[0]}`)
  return 2
})

async function run({ base: from, revision, output }: Flags): Promise<number> {
  if (from === undefined) throw new Error('--base is missing: name the contract to compare with, a git ref or a file')
  const base = await baseContract(from, contractPath)
  try {
    const { changes, step } = await diffContracts(base.file, revision)
    const report = renderDiff(changes, step)
    console.log(report)
    if (output) await appendFile(output, report)
    if (step.declared) return 0
    console.error(`error: ${verdict(changes, step)}`)
    return 1
  } finally {
    await base.remove()
  }
}
