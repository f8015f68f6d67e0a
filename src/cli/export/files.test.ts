import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { platform } from 'node:process'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { pathsOf, putInPlace, refuseExisting } from './files.ts'

it('names what stands beside a file after it', async () => {
  const file = join(await temporaryFolder(), 'x.csv')
  expect(await pathsOf(file, 'shown')).toEqual({
    name: 'shown',
    file,
    part: `${file}.part`,
    state: `${file}.part.json`,
    lock: `${file}.lock`,
  })
})

it.each(['a', '日', '👍'])(
  'has shorter names beside a file whose name of %s is long, the same each time',
  async (character) => {
    const folder = await temporaryFolder()
    const count = Math.floor(250 / Buffer.byteLength(character))
    const paths = await pathsOf(join(folder, `${character.repeat(count)}.csv`))
    for (const path of [`${paths.state}.new`, `${paths.lock}.takeover`, paths.part]) await writeFile(path, '')
    expect(await pathsOf(paths.file)).toEqual(paths)
    const other = await pathsOf(join(folder, `${character.repeat(count - 1)}b.csv`))
    expect(basename(other.part)).not.toBe(basename(paths.part))
  },
)

it('refuses a file that is there, unless it may be overwritten', async () => {
  const paths = await pathsOf(join(await temporaryFolder(), 'x.csv'))
  await refuseExisting(paths, false)
  await writeFile(paths.file, '')
  await expect(refuseExisting(paths, false)).rejects.toThrow(`--file ${paths.file} already exists`)
  await refuseExisting(paths, true)
})

it.skipIf(platform === 'win32')('keeps the mode of the file that it replaces', async () => {
  const folder = await temporaryFolder()
  const paths = await pathsOf(join(folder, 'x.csv'))
  for (const mode of [0o600, 0o640, 0o444]) {
    await writeFile(paths.part, 'new', { mode: 0o600 })
    await writeFile(paths.file, 'old', { flag: 'a' })
    await chmod(paths.file, mode)
    await putInPlace(paths)
    expect((await stat(paths.file)).mode & 0o777).toBe(mode)
    await chmod(paths.file, 0o600)
  }
  expect(await readFile(paths.file, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['x.csv'])
})
