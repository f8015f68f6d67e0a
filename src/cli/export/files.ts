import { createHash } from 'node:crypto'
import { chmod, chown, lstat, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { codeOf, fileProblem } from '../file-problem.ts'
import { UsageError } from '../usage-error.ts'

/** A file, and what stands beside it while it is written. */
export interface Paths {
  /** As it was named. */
  name: string
  file: string
  /** Where the export is until it is complete. */
  part: string
  /** Where it is recorded how far it came. */
  state: string
  /** Held by the one process that writes. */
  lock: string
}

/** The longest end of a name beside it. */
const longest = '.lock.takeover'

/** Where the file system has no room for the longer names, they begin with a part of the name and a hash of all of it. */
export async function pathsOf(file: string, name = file): Promise<Paths> {
  const hash = createHash('sha256').update(basename(file)).digest('hex').slice(0, 12)
  const short = `${dirname(file)}/${basename(file).slice(0, 20)}~${hash}`
  const stem = (await isShortEnough(`${file}${longest}`)) ? file : short
  return { name, file, part: `${stem}.part`, state: `${stem}.part.json`, lock: `${stem}.lock` }
}

const isShortEnough = (path: string) =>
  lstat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENAMETOOLONG',
  )

/** Refuses a file that is there, unless it may be overwritten. */
export async function refuseExisting({ file, name }: Paths, overwrite: boolean): Promise<void> {
  if (overwrite || !(await find(file))) return
  throw new UsageError(`--file ${name} already exists. Use another name, or overwrite it with --force`)
}

/** What is at a path; undefined where there is nothing. */
export const find = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

/** Gives a complete and synced file its name. One that had the name before passes its mode and owner on. */
export async function putInPlace({ file, name, part, state }: Paths): Promise<void> {
  try {
    const before = await find(file)
    if (before) {
      // Only root may give a file away, and some file systems have neither owners nor modes.
      await chown(part, before.uid, before.gid).catch(() => {})
      await chmod(part, before.mode & 0o777).catch(() => {})
    }
    await rename(part, file)
  } catch (error) {
    throw new Error(`${name} can't be written: ${fileProblem(error)}`, { cause: error })
  }
  await syncFolder(dirname(file))
  await remove(state)
}

/** Removes what an export left that has nothing to go on with. */
export async function removeUnfinished({ part, state }: Paths): Promise<void> {
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
