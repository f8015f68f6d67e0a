import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readContract } from '../generate/contract.ts'
import { baseContract } from './base-contract.ts'

const path = 'openapi/openapi.yaml'
let repository: string

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: repository })

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'repository-'))
  await cp('openapi', join(repository, 'openapi'), { recursive: true })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'First')
  git('tag', 'v0.1.0')
  const text = await readFile(join(repository, path), 'utf8')
  await writeFile(join(repository, path), text.replace('title: OpenCopilot chat', 'title: Changed'))
})

afterAll(() => rm(repository, { recursive: true, force: true }))

describe('baseContract', () => {
  it('reads the contract with its examples as it stood at a git ref', async () => {
    const { file, remove } = await baseContract('v0.1.0', path, repository)
    expect((await readContract(file)).info.title).toBe('OpenCopilot chat')
    await remove()
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('takes a file as it is, and leaves it there', async () => {
    const { file, remove } = await baseContract(join(repository, path), path, repository)
    await remove()
    expect((await readContract(file)).info.title).toBe('Changed')
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
