/** Runs the matrix with other defaults of `limit` in the contract: no clause may lean on the number that stands there today. */
import { spawnSync } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { setLimit } from '../contract-tests/growth/changes.ts'
import { growProject } from '../contract-tests/growth/grown-project.ts'

const { args } = new Command('npm run test:defaults --')
  .description('Runs the matrix of faults and oddities with other defaults of limit, each in a copy of the project.')
  .argument('[defaults...]', 'the defaults to try', ['5', '25'])
  .parse()

for (const limit of args.length > 0 ? args : ['5', '25']) {
  const project = await growProject(setLimit(Number(limit)))
  try {
    await cp('vitest.config.ts', join(project.folder, 'vitest.config.ts'))
    console.log(`\nlimit: default ${limit}`)
    const vitest = resolve('node_modules/vitest/vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, 'run', 'contract-tests/matrix', '--silent'], {
      cwd: project.folder,
      stdio: 'inherit',
    })
    if (status !== 0) process.exitCode = 1
  } finally {
    await project.remove()
  }
}
