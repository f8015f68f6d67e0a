import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateClient } from './client.ts'
import { readContract } from './contract.ts'
import { generateFacts } from './facts.ts'
import { generateTypes } from './types.ts'
import { generateValidators } from './validators.ts'

/** The contract, from the folder of the project. */
export const contractFile = 'openapi/openapi.yaml'

/** The schemas that something validates at run time. */
const validated = ['ConversationList', 'ErrorBody']

/**
 * Makes `generated/` in a project's folder from the contract there, and resolves with the files that were stale.
 * With `check`, nothing is written.
 */
export async function generate(
  folder = '.',
  { check = false }: { check?: boolean | undefined } = {},
): Promise<string[]> {
  const contract = await readContract(join(folder, contractFile))
  const banner = `// Made from ${contractFile} by \`npm run generate\`. Do not edit.\n\n`
  const files = {
    'generated/types.ts': await generateTypes(contract),
    'generated/validators.ts': generateValidators(contract, validated),
    'generated/facts.ts': generateFacts(contract),
    'generated/client.ts': generateClient(contract),
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
