import { open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import process from 'node:process'
import { codeOf, fileProblem } from '../file-problem.ts'
import { UsageError } from '../usage-error.ts'

/** Who writes: a process, on the machine of that name. */
interface Holder {
  pid: number
  host: string
}

/** The locks of this process. */
const held = new Set<string>()

/**
 * Makes this process the only writer of a file, by a lock file beside it; gives what ends that. Refuses where another one
 * is at it. What a crash left is taken over: its process is gone from this machine.
 */
export async function lock(path: string, file: string): Promise<() => Promise<void>> {
  if (!(await create(path, file))) await takeOver(path, file)
  held.add(path)
  return async () => {
    held.delete(path)
    await rm(path, { force: true }).catch(() => {})
  }
}

/**
 * One process at a time: of two that find the same stale lock, one could remove the other's fresh one. So the lock is
 * read again under the guard.
 */
async function takeOver(path: string, file: string): Promise<void> {
  await refuseIfHeld(path, file)
  const guard = `${path}.takeover`
  if (!(await create(guard, file))) {
    throw new UsageError(`--file ${file}: another export is about to write it. If there is none, remove ${guard}`)
  }
  try {
    await refuseIfHeld(path, file)
    await rm(path, { force: true })
    if (await create(path, file)) return
    await refuseIfHeld(path, file)
    throw new UsageError(`--file ${file}: another export has just written it`)
  } finally {
    await rm(guard, { force: true })
  }
}

/** False where the lock already exists. */
async function create(path: string, file: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder))
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // What is beside a file may be forbidden where the file itself isn't.
    const where = ['EACCES', 'EPERM'].includes(codeOf(error) ?? '') ? ' in its folder' : ''
    throw new UsageError(`--file ${file} can't be written: ${fileProblem(error)}${where}`)
  }
}

async function refuseIfHeld(path: string, file: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new UsageError(`--file ${file}: its lock ${path} can't be read: ${fileProblem(error)}`)
  })
  if (text === undefined) return
  const holder = readHolder(text)
  if (holder && !isRunning(holder, path)) return
  const who = holder
    ? `process ${holder.pid} on ${holder.host === hostname() ? 'this machine' : holder.host}`
    : 'unknown'
  throw new UsageError(
    `--file ${file}: another export is writing it (${who}). Let it end; if there is none any more, remove ${path}`,
  )
}

/** Undefined where it can't be told, as of a lock that is just being written. */
function readHolder(text: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>
    return Number.isSafeInteger(pid) && typeof host === 'string' ? { pid: Number(pid), host } : undefined
  } catch {
    return undefined
  }
}

function isRunning({ pid, host }: Holder, path: string): boolean {
  // Nothing is known about the processes of another machine.
  if (host !== hostname()) return true
  // In a container the next process often has the number of the one that crashed.
  if (pid === process.pid) return held.has(path)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
