/** Makes `generated/` from the contract. With `--check` it writes nothing, and fails when what is there is stale. */
import { Command } from 'commander'
import { contractFile, generate } from './generate/generate.ts'

const { check } = new Command('npm run generate --')
  .description(`Makes generated/ from ${contractFile}.`)
  .option('--check', 'write nothing; fail when generated/ is stale')
  .parse()
  .opts<{ check?: boolean }>()

try {
  const stale = await generate('.', { check })
  if (check && stale.length > 0) {
    console.error(`${stale.join(', ')}: no longer what ${contractFile} says. Run: npm run generate`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
