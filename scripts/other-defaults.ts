/** Runs the matrix with other defaults of `limit` in the contract: no clause may lean on the number that stands there today. */
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { contractFile, generate } from './generate/generate.ts'

const { args } = new Command('npm run test:defaults --')
  .description('Runs the matrix of faults and oddities with other defaults of limit, each in a copy of the project.')
  .argument('[defaults...]', 'the defaults to try', ['5', '25'])
  .parse()

const copied = ['openapi', 'generated', 'src', 'contract-tests', 'package.json', 'tsconfig.json', 'vitest.config.ts']

for (const limit of args.length > 0 ? args : ['5', '25']) {
  const folder = await mkdtemp(join(tmpdir(), 'opencopilot-defaults-'))
  try {
    for (const name of copied) await cp(name, join(folder, name), { recursive: true })
    await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
    const contract = join(folder, contractFile)
    const text = await readFile(contract, 'utf8')
    const changed = text.replace(/(\n {4}Limit:\n(?: {6}.*\n)*? {6}default: )\d+/, `$1${limit}`)
    if (!changed.includes(`default: ${limit}\n`))
      throw new Error(`${contractFile}: the default of Limit is not where it was`)
    await writeFile(contract, changed)
    await generate(folder, {})
    console.log(`\nlimit: default ${limit}`)
    const vitest = resolve('node_modules/vitest/vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, 'run', 'contract-tests/matrix', '--silent'], {
      cwd: folder,
      stdio: 'inherit',
    })
    if (status !== 0) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
