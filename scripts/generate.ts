/**
 * Makes `generated/` from the contract. With `--check` it writes nothing and fails when what is there is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { contractFile, readContract } from './generate/contract.ts'
import { generateFacts } from './generate/facts.ts'
import { generateTypes } from './generate/types.ts'
import { generateValidators } from './generate/validators.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

try {
  const stale = await generate(values.check)
  if (values.check && stale.length > 0) {
    console.error(`${stale.join(', ')} no longer match ${contractFile}. Run: npm run generate`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function generate(check: boolean): Promise<string[]> {
  const contract = await readContract(contractFile)
  const banner = `// Made from ${contractFile} by \`npm run generate\`. Do not edit.\n\n`
  const files = {
    'generated/types.ts': await generateTypes(contract),
    'generated/validators.ts': generateValidators(contract, ['ConversationList', 'ErrorBody']),
    'generated/facts.ts': generateFacts(contract),
  }
  await mkdir('generated', { recursive: true })
  const stale: string[] = []
  for (const [file, text] of Object.entries(files)) {
    const before = await readFile(file, 'utf8').catch(() => '')
    if (before === banner + text) continue
    stale.push(file)
    if (!check) await writeFile(file, banner + text)
  }
  return stale
}
