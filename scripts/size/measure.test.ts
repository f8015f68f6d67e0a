import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { measureSize } from './measure.ts'

/** Writes modules to a folder that goes with the test, and gives the path of the first. */
async function modules(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source)
  return join(folder, Object.keys(files)[0] ?? '')
}

it('counts everything that the entry brings along, minified and compressed, by file', async () => {
  const words = Array.from({ length: 500 }, (_, index) => `word ${index * 7919}`)
  const entry = await modules({
    'index.ts': "export { words } from './words.ts'",
    'words.ts': `// ${'A comment. '.repeat(1000)}\nexport const words: string[] = ${JSON.stringify(words)}`,
  })
  const { minified, compressed, parts } = await measureSize(entry)
  expect(minified).toBeGreaterThan(words.join('').length)
  expect(minified).toBeLessThan(words.join('').length + 3_000)
  expect(compressed).toBeLessThan(minified / 2)
  expect(parts[0]?.[0]).toMatch(/words\.ts$/)
})

it('refuses an entry that needs what browsers lack', async () => {
  const entry = await modules({ 'index.ts': "export { readFile } from 'node:fs/promises'" })
  await expect(measureSize(entry)).rejects.toThrow('node:fs/promises')
})

it('finds nothing of Node or of undici in what browsers get', async () => {
  const { parts } = await measureSize('src/index.ts')
  const sources = parts
    .map(([file]) => file)
    .filter((file) => !/^(src\/(client|http)|generated)\/|^src\/index\.ts$/.test(file))
  expect(sources).toEqual([expect.stringMatching(/node_modules\/openapi-fetch\//)])
  await expect(measureSize('src/node/index.ts')).rejects.toThrow(/node:|undici/)
})

it.each(Object.entries(packageJson.browser))(
  'knows the sources of %s and of %s, which browsers get',
  async (...files) => {
    for (const file of files) await access(file.replace('./dist/', '').replace('.js', '.ts'))
  },
)
