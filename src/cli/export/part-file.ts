import { type FileHandle, open } from 'node:fs/promises'
import { codeOf, fileProblem } from '../file-problem.ts'
import { UsageError } from '../usage-error.ts'

/** The unfinished file. What is written is only sure to be there after `sync`. */
export interface PartFile {
  /** How many bytes were written, those of an earlier run included. */
  readonly size: number
  /** Resolves when all of it is written, so that whoever waits holds back whoever reads. */
  append(text: string): Promise<void>
  /** Takes back what was written after the first `bytes`. */
  truncate(bytes: number): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Starts a new file, for its owner alone: conversations are personal. One that is there is refused. */
export async function createPart(path: string): Promise<PartFile> {
  return part(path, await openFile(path, 'wx'), 0)
}

/** Goes on with a file after its first `bytes`; what comes behind was never recorded, and goes. */
export async function reopenPart(path: string, bytes: number): Promise<PartFile> {
  const handle = await openFile(path, 'r+')
  await handle.chmod(0o600).catch(() => {})
  const { size } = await handle.stat()
  if (size < bytes) {
    await handle.close()
    throw new UsageError(`${path} is shorter than it was (${size} bytes instead of ${bytes}). Start over with --force`)
  }
  const reopened = part(path, handle, bytes)
  await reopened.truncate(bytes)
  return reopened
}

function openFile(path: string, flags: string): Promise<FileHandle> {
  return open(path, flags, 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') {
      throw new UsageError(
        `${path} is there, of an unfinished export. Continue it with --resume, or start over with --force`,
      )
    }
    throw new UsageError(`${path} can't be written: ${fileProblem(error)}`)
  })
}

function part(path: string, handle: FileHandle, from: number): PartFile {
  let size = from
  const guarded = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw new Error(`${path} can't be written: ${fileProblem(error)}`, { cause: error })
    })
  return {
    get size() {
      return size
    },
    async append(text) {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await guarded(handle.write(bytes, at, bytes.length - at, size))
        at += bytesWritten
        size += bytesWritten
      }
    },
    async truncate(bytes) {
      await guarded(handle.truncate(bytes))
      size = bytes
    },
    sync: () => guarded(handle.sync()),
    close: () => handle.close(),
  }
}
