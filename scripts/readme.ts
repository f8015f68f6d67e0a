/** Writes what the README's recorded commands print now into it. */
import { readFile, writeFile } from 'node:fs/promises'
import { recordBlocks } from './readme/record.ts'

const file = 'README.md'
await writeFile(file, await recordBlocks(await readFile(file, 'utf8')))
