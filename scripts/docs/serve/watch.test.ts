import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, it } from 'vitest'
import { watchPaths } from './watch.ts'

let folder: string
let changed: Promise<void>
let stop: () => void = () => {}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'))
  await mkdir(join(folder, 'src/deep'), { recursive: true })
  await writeFile(join(folder, 'README.md'), 'before')
  let notice = () => {}
  changed = new Promise((resolve) => {
    notice = resolve
  })
  stop = await watchPaths(
    ['README.md', 'src'].map((path) => join(folder, path)),
    () => notice(),
  )
})

afterEach(async () => {
  stop()
  await rm(folder, { recursive: true, force: true })
})

it('notices a file that an editor replaces by renaming', async () => {
  await writeFile(join(folder, '.README.md.tmp'), 'after')
  await rename(join(folder, '.README.md.tmp'), join(folder, 'README.md'))
  await changed
})

it('notices a file deep in a folder', async () => {
  await writeFile(join(folder, 'src/deep/a.ts'), 'export {}')
  await changed
})
