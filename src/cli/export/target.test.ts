import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { findTarget } from './target.ts'

it('takes a name for a file, there or not', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'x.csv')
  expect(await findTarget(path)).toEqual({ kind: 'file', path })
  await writeFile(path, '')
  expect(await findTarget(path)).toEqual({ kind: 'file', path })
})

it.each([
  ['-', 1],
  ['/dev/stdout', 1],
  ['/dev/stderr', 2],
  ['/dev/fd/63', 63],
  ['/proc/self/fd/1', 1],
])('takes %s for what is open already', async (file, descriptor) => {
  expect(await findTarget(file)).toEqual({ kind: 'descriptor', descriptor })
})

it('refuses what is no file', async () => {
  const folder = await temporaryFolder()
  await expect(findTarget(folder)).rejects.toThrow(`--file ${folder} is a folder`)
  await expect(findTarget('')).rejects.toThrow('--file is empty. Allowed: the name of a file, or - for standard output')
  await expect(findTarget(join(folder, 'x'.repeat(300)))).rejects.toThrow("can't be written: the name is too long")
})

describe.skipIf(platform === 'win32')('links', () => {
  it('are followed to what is there, and to what is not', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'deep', 'er'), { recursive: true })
    await symlink('deep/er', join(folder, 'short'))
    await symlink('../x.csv', join(folder, 'deep', 'er', 'y.csv'))
    await symlink('short/y.csv', join(folder, 'z.csv'))
    const before = await findTarget(join(folder, 'z.csv'))
    expect(before.kind).toBe('file')
    await writeFile((before as { path: string }).path, 'here')
    // By way of the folder that is linked: not `x.csv` beside it.
    expect(await readFile(join(folder, 'deep', 'x.csv'), 'utf8')).toBe('here')
  })

  it('lead to standard output and to devices too', async () => {
    const folder = await temporaryFolder()
    await symlink('/dev/stdout', join(folder, 'out'))
    await symlink('/dev/null', join(folder, 'null'))
    expect(await findTarget(join(folder, 'out'))).toEqual({ kind: 'descriptor', descriptor: 1 })
    expect(await findTarget(join(folder, 'null'))).toEqual({ kind: 'device', path: '/dev/null' })
  })

  it('are refused where they lead in a circle', async () => {
    const folder = await temporaryFolder()
    await symlink('b', join(folder, 'a'))
    await symlink('a', join(folder, 'b'))
    await expect(findTarget(join(folder, 'a'))).rejects.toThrow('its links lead in a circle')
  })
})
