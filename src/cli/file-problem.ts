const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be too large for the file system',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EBADF: 'it is not open for writing',
  EINVAL: 'it takes nothing',
  ENXIO: 'it is a socket, or its device is not there',
  ELOOP: 'its links lead in a circle',
  EIO: 'the device failed',
}

/** Why a file can't be used, in words. */
export function fileProblem(error: unknown): string {
  const code = codeOf(error)
  return (code && reasons[code]) ?? code ?? (error instanceof Error ? error.message : String(error))
}

/** The system's code of a failure, e.g. `ENOSPC`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
