import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A contract to compare with, as a file that stays until `remove`. */
export interface BaseContract {
  file: string
  remove(): Promise<void>
}

/**
 * Finds the contract to compare with: a file, or the contract as it stood at a git ref. From a ref the whole folder is
 * taken, since the contract refers to its examples.
 *
 * @param path The contract's path in the repository.
 */
export async function baseContract(base: string, path: string, repository = process.cwd()): Promise<BaseContract> {
  if (existsSync(base)) return { file: base, remove: async () => {} }
  if (/\.ya?ml$|\.json$/.test(base)) throw new Error(`--base ${base}: there is no such file`)
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: repository, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' })).stdout
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`).catch(() => {
    throw new Error(`--base ${base}: neither a file nor a git ref that is here (fetch it first)`)
  })
  const files = (await git('ls-tree', '-r', '--name-only', '-z', commit.trim(), '--', dirname(path)))
    .split('\0')
    .filter(Boolean)
  if (!files.includes(path)) throw new Error(`--base ${base}: has no ${path}`)
  const folder = await mkdtemp(join(tmpdir(), 'contract-base-'))
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), await git('show', `${commit.trim()}:${file}`))
  }
  return { file: join(folder, path), remove: () => rm(folder, { recursive: true, force: true }) }
}
