import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export type Edit = [before: string, after: string]

/**
 * Copies the contract with its examples to a folder that goes with the test, edits it as a person would, and gives the
 * file. Its version is 0.1.0, whatever has been released since.
 */
export async function editedContract(...edits: Edit[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp('openapi', folder, { recursive: true })
  const file = join(folder, 'openapi.yaml')
  let text = (await readFile(file, 'utf8')).replace(/^ {2}version: .*$/m, '  version: 0.1.0')
  for (const [before, after] of edits) {
    if (!text.includes(before)) throw new Error(`The contract has no "${before}" to edit`)
    text = text.replace(before, () => after)
  }
  await writeFile(file, text)
  return file
}
