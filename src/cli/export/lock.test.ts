import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { platform } from 'node:process'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { UsageError } from '../usage-error.ts'
import { lock } from './lock.ts'

const newPath = async () => join(await temporaryFolder(), 'x.csv.lock')
const take = (path: string) => lock(path, 'x.csv')

/** The id of a process that has ended. */
const endedProcess = () => spawnSync(process.execPath, ['--version']).pid

it('is for one at a time, says who that is, and leaves nothing', async () => {
  const path = await newPath()
  const release = await take(path)
  await expect(take(path)).rejects.toThrow(UsageError)
  await expect(take(path)).rejects.toThrow(
    `--file x.csv: another export is writing it (process ${process.pid} on this machine). Let it end; if there is none any more, remove ${path}`,
  )
  if (platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  await release()
  expect(existsSync(path)).toBe(false)
  await (await take(path))()
})

it('takes over what a crash left', async () => {
  const path = await newPath()
  await writeFile(path, JSON.stringify({ pid: endedProcess(), host: hostname() }))
  const release = await take(path)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ pid: process.pid, host: hostname() })
  await release()
})

it('takes over what a process of the same number left, as in a container that was started again', async () => {
  const path = await newPath()
  await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname() }))
  await (await take(path))()
})

it('lets one of many take over', async () => {
  const path = await newPath()
  await writeFile(path, JSON.stringify({ pid: endedProcess(), host: hostname() }))
  const taken = await Promise.allSettled(Array.from({ length: 20 }, () => take(path)))
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await readdir(join(path, '..'))).toEqual(['x.csv.lock'])
})

it('cannot know of another machine, and says how to get on', async () => {
  const path = await newPath()
  await writeFile(path, JSON.stringify({ pid: 1, host: 'elsewhere.example' }))
  await expect(take(path)).rejects.toThrow(
    `(process 1 on elsewhere.example). Let it end; if there is none any more, remove ${path}`,
  )
})

it.each(['', '{', '{}', 'null', '{"pid":"1","host":1}'])('keeps away from a lock that says %j', async (text) => {
  const path = await newPath()
  await writeFile(path, text)
  await expect(take(path)).rejects.toThrow('(unknown)')
  expect(await readFile(path, 'utf8')).toBe(text)
})

it('says in words why it cannot be made', async () => {
  await expect(lock('/nowhere/at/all/x.lock', 'x.csv')).rejects.toThrow(
    "--file x.csv can't be written: there is no such folder",
  )
})

// Nobody is refused anything by a mode on Windows, nor is root anywhere.
it.skipIf(platform === 'win32' || process.getuid?.() === 0)('names the folder that forbids it', async () => {
  const path = await newPath()
  await chmod(dirname(path), 0o500)
  await expect(take(path)).rejects.toThrow("--file x.csv can't be written: permission denied in its folder")
})
