import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { npm } from './npm.ts'

const run = promisify(execFile)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const strict = [
  '--strict',
  '--noEmit',
  '--skipDefaultLibCheck',
  '--module',
  'nodenext',
  '--target',
  'es2022',
  '--lib',
  'es2023,dom,dom.iterable',
]

/** The package in an otherwise empty project. */
export interface Installation {
  folder: string
  /** Runs a module with Node, as a program of that project, and gives what it printed. */
  runModule(source: string): Promise<string>
  /** Runs the installed command and gives what it printed. */
  runCommand(...args: string[]): Promise<string>
  /** Compiles a module of that project strictly, the package's declarations included, and gives what there is to complain. */
  compile(source: string): Promise<string>
  remove(): Promise<void>
}

/** Installs a tarball, with nothing but what it depends on. */
export async function installPackage(tarball: string): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'project-'))
  const node = async (...args: string[]) => (await run(process.execPath, args, { cwd: folder })).stdout.trim()
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], folder)
  return {
    folder,
    runModule: (source) => node('--input-type=module', '--eval', source),
    runCommand: (...args) => node(join(folder, 'node_modules/opencopilot-chat/dist/src/cli/main.js'), ...args),
    compile: async (source) => {
      const file = join(folder, 'program.ts')
      await writeFile(file, source)
      return node(tsc, ...strict, file).catch(({ stdout }: { stdout: string }) => stdout.trim())
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
