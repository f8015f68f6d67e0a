import { readlink } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import { codeOf, fileProblem } from '../file-problem.ts'
import { UsageError } from '../usage-error.ts'
import { find } from './files.ts'

/** What `--file` names. */
export type Target =
  /** An open file of this process, e.g. 1 for standard output. */
  | { kind: 'descriptor'; descriptor: number }
  /** A pipe, a socket or a device, which is written to as conversations come. */
  | { kind: 'device'; path: string }
  /** A file, there or not, which gets its content in one step. */
  | { kind: 'file'; path: string }

/** Follows links to what is there in the end. Refuses what can't be written by its kind. */
export async function findTarget(file: string): Promise<Target> {
  if (file === '') throw new UsageError('--file is empty. Allowed: the name of a file, or - for standard output')
  if (file === '-') return { kind: 'descriptor', descriptor: 1 }
  let path = file
  for (let links = 0; links <= 40; links += 1) {
    const descriptor = descriptorOf(path)
    if (descriptor !== undefined) return { kind: 'descriptor', descriptor }
    const link = await readlink(path).catch(() => undefined)
    if (link === undefined) return targetAt(path, file)
    // Not normalised: what `..` means is for the system to say, which follows links of folders too.
    path = isAbsolute(link) ? link : `${dirname(path)}/${link}`
  }
  throw new UsageError(`--file ${file}: its links lead in a circle`)
}

async function targetAt(path: string, file: string): Promise<Target> {
  const found = await find(path).catch((error: unknown) => {
    // A file that is still to be made; a missing folder is reported when the file is created.
    if (codeOf(error) === 'ENOENT') return undefined
    throw new UsageError(`--file ${file} can't be written: ${fileProblem(error)}`)
  })
  if (found?.isDirectory()) throw new UsageError(`--file ${file} is a folder`)
  return { kind: !found || found.isFile() ? 'file' : 'device', path }
}

/** Names of what is open already. Opening it again by its name would truncate a file, or fail on a socket. */
function descriptorOf(path: string): number | undefined {
  const standard = ['/dev/stdin', '/dev/stdout', '/dev/stderr'].indexOf(path)
  if (standard >= 0) return standard
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? []
  return number === undefined ? undefined : Number(number)
}
