import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editContract } from '../../contract-tests/growth/edit-contract.ts'
import { readContract } from '../generate/contract.ts'
import { baseContract } from './base-contract.ts'

const path = 'openapi/openapi.yaml'
let repository: string
let original: string

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: repository })

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'repository-'))
  await cp('openapi', join(repository, 'openapi'), { recursive: true })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'First')
  git('tag', 'v0.1.0')
  original = (await readContract(join(repository, path))).info.title
  await editContract(repository, ({ info }) => {
    info.title = 'zz_changed'
  })
})

afterAll(() => rm(repository, { recursive: true, force: true }))

describe('baseContract', () => {
  it('reads the contract with its examples as it stood at a git ref', async () => {
    const { file, remove } = await baseContract('v0.1.0', path, repository)
    expect((await readContract(file)).info.title).toBe(original)
    await remove()
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('takes a file as it is, and leaves it there', async () => {
    const { file, remove } = await baseContract(join(repository, path), path, repository)
    await remove()
    expect((await readContract(file)).info.title).toBe('zz_changed')
  })

  it.each([
    ['nowhere', '--base nowhere: neither a file nor a git ref that is here (fetch it first)'],
    ['--help', '--base --help: neither a file nor a git ref that is here (fetch it first)'],
    ['nowhere.yaml', '--base nowhere.yaml: there is no such file'],
  ])('refuses %s in one line', async (base, message) => {
    await expect(baseContract(base, path, repository)).rejects.toThrow(message)
  })

  it('refuses a ref that has no contract', async () => {
    await expect(baseContract('v0.1.0', 'other/openapi.yaml', repository)).rejects.toThrow(
      '--base v0.1.0: has no other/openapi.yaml',
    )
  })
})
