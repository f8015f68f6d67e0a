import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../run.ts'
import { type Edit, editContract } from './edit-contract.ts'

/** What a project is made of, as far as the contract reaches. */
const parts = [
  'openapi',
  'generated',
  'src',
  'scripts',
  'contract-tests',
  'examples',
  'bench',
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'action.yml',
  'tsconfig.json',
  'redocly.yaml',
]

/** A copy of the project in a folder of its own, with a contract that has grown and everything generated from it anew. */
export interface GrownProject {
  folder: string
  /** Runs a program of the copy. */
  node(file: string, args?: string[]): ReturnType<typeof run>
  /** Runs a TypeScript program of the copy. */
  tsx(file: string, args?: string[], options?: Parameters<typeof run>[2]): ReturnType<typeof run>
  remove(): Promise<void>
}

export async function growProject(edit: Edit): Promise<GrownProject> {
  const folder = await mkdtemp(join(tmpdir(), 'grown-'))
  await Promise.all(parts.map((part) => cp(part, join(folder, part), { recursive: true })))
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction')
  await editContract(folder, edit)
  const tsx: GrownProject['tsx'] = (file, args = [], options = {}) =>
    run(process.execPath, ['--import', 'tsx', file, ...args], { cwd: folder, ...options })
  await tsx('scripts/generate.ts')
  const node: GrownProject['node'] = (file, args = []) => run(process.execPath, [file, ...args], { cwd: folder })
  return { folder, node, tsx, remove: () => rm(folder, { recursive: true, force: true }) }
}
