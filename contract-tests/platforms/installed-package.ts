import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The package, without its command, as somebody has it who installed it, in a folder of its own. */
export interface InstalledPackage {
  /** What is in here imports the package by its name. */
  folder: string
  remove(): Promise<void>
}

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles the package as `npm run build` does, and installs it in a temporary folder. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'opencopilot-chat-'))
  const modules = join(folder, 'node_modules')
  compile(join(modules, 'opencopilot-chat', 'dist'))
  await cp(join(project, 'package.json'), join(modules, 'opencopilot-chat', 'package.json'))
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers', 'undici']) {
    await cp(join(project, 'node_modules', name), join(modules, name), { recursive: true })
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

const entries = ['index.ts', 'contract/index.ts', 'node/index.ts'].map((entry) => join(project, 'src', entry))

function compile(outDir: string): void {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(project, 'tsconfig.build.json'), ts.sys.readFile).config,
    ts.sys,
    project,
  )
  const { emitSkipped } = ts.createProgram(entries, { ...options, outDir }).emit()
  if (emitSkipped) throw new Error('the package does not compile')
}
