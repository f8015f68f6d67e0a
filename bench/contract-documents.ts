import { createRequire } from 'node:module'
import { join } from 'node:path'
import { contract, made } from './paths.ts'
import { requireProcess } from './run-process.ts'

export const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')

/** The contract in one file, for tools that follow no reference to another. */
export const bundled = join(made, 'contract', 'bundled.yaml')
/** The contract without any reference, for tools that lose some. */
export const dereferenced = join(made, 'contract', 'dereferenced.yaml')

export async function writeContractDocuments(): Promise<void> {
  await requireProcess(process.execPath, [redocly, 'bundle', contract, '--output', bundled])
  await requireProcess(process.execPath, [redocly, 'bundle', contract, '--dereferenced', '--output', dereferenced])
}
