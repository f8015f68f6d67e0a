import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileProblem } from '../file-problem.ts'
import { UsageError } from '../usage-error.ts'

/** Where an export is until it is complete, and where it is recorded how far it came. */
export const unfinished = (file: string) => ({ part: `${file}.part`, state: `${file}.part.json` })

/** Refuses a file that is there, unless it may be overwritten, and a folder in any case. */
export async function refuseExisting(file: string, overwrite: boolean): Promise<void> {
  const found = await find(file)
  if (found?.isDirectory()) throw new UsageError(`--file ${file} is a folder`)
  if (found && !overwrite) {
    throw new UsageError(`--file ${file} is there already. Use another name, or overwrite it with --force`)
  }
}

/** What is at a path; undefined where there is nothing, or nothing that can be seen. */
export const find = (path: string) => stat(path).catch(() => undefined)

/** Gives a complete and synced file its name. */
export async function putInPlace(file: string): Promise<void> {
  const { part, state } = unfinished(file)
  try {
    await rename(part, file)
  } catch (error) {
    throw new Error(`${file} can't be written: ${fileProblem(error)}`, { cause: error })
  }
  await syncFolder(dirname(file))
  await remove(state)
}

/** Removes what an export left that has nothing to go on with. */
export async function removeUnfinished(file: string): Promise<void> {
  const { part, state } = unfinished(file)
  await remove(state)
  await remove(part)
}

/** Removes a file. One that stays does no harm. */
export const remove = (path: string) => rm(path, { force: true }).catch(() => {})

/** Makes a new name last. Not every system can sync a folder. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
