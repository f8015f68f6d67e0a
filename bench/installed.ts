import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bench, root } from './paths.ts'

/** The version of an installed package, or of the one under test. */
export async function versionOf(name: string): Promise<string> {
  for (const folder of [join(bench, 'node_modules', name), join(root, 'node_modules', name), root]) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
    const found: { name: string; version: string } | undefined = text && JSON.parse(text)
    if (found?.name === name) return found.version
  }
  throw new Error(`${name} is not installed`)
}
