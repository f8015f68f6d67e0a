import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bench } from './paths.ts'
import { requireProcess } from './run-process.ts'

/** Installs the peers as the lockfile has them, unless that was done since the lockfile last changed. */
export async function install(): Promise<void> {
  const [locked = 0, installed = 0] = await Promise.all(
    ['package-lock.json', 'node_modules/.package-lock.json'].map(changedAt),
  )
  if (installed >= locked) return
  console.log('Installing the peers, as bench/package-lock.json has them …')
  await requireProcess('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench })
}

const changedAt = async (file: string) => (await stat(join(bench, file)).catch(() => undefined))?.mtimeMs ?? 0
