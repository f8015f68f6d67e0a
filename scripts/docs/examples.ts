import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The examples' own README, and the source of each file that it links. */
export interface Examples {
  readme: string
  files: ReadonlyMap<string, string>
}

const link = /\]\(([\w./-]+\.tsx?)\)/g

export async function readExamples(folder: string): Promise<Examples> {
  const readme = await readFile(join(folder, 'README.md'), 'utf8')
  const names = [...readme.matchAll(link)].map(([, name = '']) => name)
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  )
  return { readme, files: new Map(files) }
}
