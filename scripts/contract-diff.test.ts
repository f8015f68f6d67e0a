import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { set } from '../contract-tests/growth/edit-contract.ts'
import { contractFile, edited } from './contract-diff/testing/small-contract.ts'

const otherDefault = set('components.schemas.Page.default', 2)

function contractDiff(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/contract-diff.ts', ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, errors: stderr.trim().split('\n') }
}

it('ends with 1 for a breaking change that the version does not declare, and adds the report to a file', async () => {
  const revision = await contractFile(edited(otherDefault))
  const summary = join(dirname(revision), 'summary.md')
  const base = await contractFile(edited())
  const { status, stdout, errors } = contractDiff('--base', base, '--revision', revision, '--output', summary)
  expect(status).toBe(1)
  expect(stdout).toContain('🔴 major')
  expect(errors).toEqual(['error: These changes need version 0.2.0 or above, but info.version says 0.1.0.'])
  expect(stdout).toContain(await readFile(summary, 'utf8'))
})

it('ends with 0 for one that it declares', async () => {
  const revision = await contractFile(edited(otherDefault, set('info.version', '0.2.0')))
  expect(contractDiff('--base', await contractFile(edited()), '--revision', revision).status).toBe(0)
})

it('ends with 2 and one line when it cannot run', () => {
  expect(contractDiff('--base', 'nowhere')).toEqual({
    status: 2,
    stdout: '',
    errors: ['error: --base nowhere: neither a file nor a git ref that is here (fetch it first)'],
  })
  expect(contractDiff().errors[0]).toMatch(/^error: --base is missing/)
  expect(contractDiff('--bas', 'main').errors[0]).toBe("error: unknown option '--bas'")
})
