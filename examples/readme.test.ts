import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

const folder = new URL('./', import.meta.url)
const readme = await readFile(new URL('README.md', folder), 'utf8')
const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'))

it('links and runs files that exist', () => {
  const linked = [...readme.matchAll(/\]\(([^):]+)\)/g)].map(([, file]) => file)
  const run = [...readme.matchAll(/ examples\/(\S+\.tsx?)\b/g)].map(([, file]) => file)
  expect(linked.length).toBeGreaterThan(0)
  expect(run.length).toBeGreaterThan(0)
  for (const file of [...linked, ...run]) expect(files).toContain(file)
})

it('shows every example', () => {
  const examples = files.filter((file) => /^node\/(?!.*\.test\.ts$)|^[^/.]+$/.test(file) && file !== 'node')
  for (const example of examples) expect(readme).toContain(`| [${example}]`)
})
