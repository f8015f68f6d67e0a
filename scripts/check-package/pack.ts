import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { npm } from './npm.ts'

/** The package as it would be published. */
export interface PackedPackage {
  /** Path of the tarball. */
  tarball: string
  /** Paths in the package, with forward slashes. */
  files: string[]
  /** Bytes of the tarball. */
  size: number
  /** Bytes once installed. */
  unpackedSize: number
  remove(): Promise<void>
}

const run = promisify(execFile)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** Compiles the package into a folder of its own and packs it there, so that nothing left over in `dist` gets in or goes missing. */
export async function packPackage(root = process.cwd()): Promise<PackedPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    // Types are checked elsewhere: here they would take longer than everything else.
    const compile = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(folder, 'dist')]
    await run(process.execPath, compile, { cwd: root })
    for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'openapi']) {
      if (existsSync(join(root, name))) await cp(join(root, name), join(folder, name), { recursive: true })
    }
    // What is compiled is here already: the build that npm would start has no sources.
    const [packed] = JSON.parse(await npm(['pack', '--json', '--ignore-scripts'], folder))
    const { filename, files, size, unpackedSize } = packed
    const paths = files.map(({ path }: { path: string }) => path).sort()
    return { tarball: join(folder, filename), files: paths, size, unpackedSize, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
