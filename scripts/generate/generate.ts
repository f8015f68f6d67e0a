import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateClient } from './client.ts'
import { readContract } from './contract.ts'
import { contractFacts, type Facts, generateFacts } from './facts.ts'
import { requireWhatIsWritten } from './hand-written.ts'
import { nameSchemas } from './named-schemas.ts'
import { generateTypes } from './types.ts'
import { generateValidators } from './validators.ts'

/** The contract, from the folder of the project. */
export const contractFile = 'openapi/openapi.yaml'

/**
 * Makes `generated/` in a project's folder from the contract there, and resolves with the files that were stale.
 * With `check`, nothing is written.
 */
export async function generate(
  folder = '.',
  { check = false }: { check?: boolean | undefined } = {},
): Promise<string[]> {
  const named = nameSchemas(await readContract(join(folder, contractFile)))
  const facts = contractFacts(named)
  requireWhatIsWritten(facts)
  const banner = `// Made from ${contractFile} by \`npm run generate\`. Do not edit.\n\n`
  const files = {
    'generated/types.ts': await generateTypes(named.contract),
    'generated/validators.ts': generateValidators(named.contract, responseSchemas(facts)),
    'generated/facts.ts': generateFacts(facts),
    'generated/client.ts': generateClient(named.contract, facts),
  }
  await mkdir(join(folder, 'generated'), { recursive: true })
  const stale: string[] = []
  for (const [file, text] of Object.entries(files)) {
    const before = await readFile(join(folder, file), 'utf8').catch(() => '')
    if (before === banner + text) continue
    stale.push(file)
    if (!check) await writeFile(join(folder, file), banner + text)
  }
  return stale
}

/** The names of the schemas that answers are held against. */
const responseSchemas = ({ operations }: Facts): string[] => [
  ...new Set(
    Object.values(operations).flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ schema }) => schema ?? []),
    ),
  ),
]
