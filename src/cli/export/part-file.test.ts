import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { UsageError } from '../usage-error.ts'
import { createPart, reopenPart } from './part-file.ts'

it('counts bytes, not characters, and goes on after those that were recorded', async () => {
  const path = join(await temporaryFolder(), 'x.part')
  const part = await createPart(path)
  await part.append('日本\n')
  expect(part.size).toBe(7)
  await part.append('half of a pa')
  await part.close()

  const reopened = await reopenPart(path, 7)
  expect(reopened.size).toBe(7)
  expect(await readFile(path, 'utf8')).toBe('日本\n')
  await reopened.append('e\n')
  await reopened.append('too much')
  await reopened.truncate(9)
  await reopened.append('f\n')
  await reopened.close()
  expect(await readFile(path, 'utf8')).toBe('日本\ne\nf\n')
})

it('refuses what is there', async () => {
  const path = join(await temporaryFolder(), 'x.part')
  await writeFile(path, 'old and long')
  await expect(createPart(path)).rejects.toThrow(UsageError)
  expect(await readFile(path, 'utf8')).toBe('old and long')
})

it.skipIf(platform === 'win32')('is for its owner alone', async () => {
  const path = join(await temporaryFolder(), 'x.part')
  await (await createPart(path)).close()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  await chmod(path, 0o644)
  await (await reopenPart(path, 0)).close()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('refuses a file that is shorter than it was', async () => {
  const path = join(await temporaryFolder(), 'x.part')
  await writeFile(path, 'abc')
  await expect(reopenPart(path, 4)).rejects.toThrow(`${path} is shorter than it was (3 bytes instead of 4)`)
})

it('says in words why a file cannot be made', async () => {
  const path = join(await temporaryFolder(), 'missing', 'x.part')
  await expect(createPart(path)).rejects.toThrow(`${path} can't be written: there is no such folder`)
})
