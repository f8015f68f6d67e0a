import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
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

/** Made anew here, or so large that copying it would take long; npm packs none of it. */
const left = new Set(['.git', 'node_modules', join('dist', 'src'), join('dist', 'generated')])

/** Copies the project to a folder of its own, compiles it there, and packs it: what an earlier build left over doesn't count. */
export async function packPackage(root = process.cwd()): Promise<PackedPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    // Types are checked elsewhere: here they would take longer than everything else.
    const compile = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(folder, 'dist')]
    await run(process.execPath, compile, { cwd: root })
    const filter = (path: string) => !left.has(relative(root, path)) && basename(path) !== 'node_modules'
    await cp(root, folder, { recursive: true, filter })
    // The build that npm would start has no node_modules here, and nothing left to do.
    const [packed] = JSON.parse(await npm(['pack', '--json', '--ignore-scripts'], folder))
    const { filename, files, size, unpackedSize } = packed
    const paths = files.map(({ path }: { path: string }) => path).sort()
    return { tarball: join(folder, filename), files: paths, size, unpackedSize, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
