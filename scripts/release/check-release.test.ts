import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { contract } from '../../generated/facts.ts'
import { type ReleaseFacts, releaseProblems } from './check-release.ts'

const ready: ReleaseFacts = {
  packageVersion: '1.2.0',
  contractVersion: '1.2.0',
  entries: [{ version: '1.2.0', date: '2026-01-31', sections: ['Added'], text: '### Added\n\n- One.' }],
  repository: 'git+https://code.example.com/chat/opencopilot-chat.git',
  readme: '# opencopilot-chat',
  tag: 'v1.2.0',
}

describe('releaseProblems', () => {
  it('lets a version go that everything agrees on, with a tag or without', () => {
    expect(releaseProblems(ready)).toEqual([])
    expect(releaseProblems({ ...ready, tag: undefined })).toEqual([])
  })

  it.each<[string, Partial<ReleaseFacts>, string]>([
    ['another contract', { contractVersion: '1.1.0' }, 'package.json says 1.2.0, openapi/openapi.yaml says 1.1.0'],
    ['another tag', { tag: 'v1.3.0' }, 'the tag is v1.3.0, but package.json says 1.2.0: the tag must be v1.2.0'],
    [
      'a tag without its letter',
      { tag: '1.2.0' },
      'the tag is 1.2.0, but package.json says 1.2.0: the tag must be v1.2.0',
    ],
    ['no entry', { entries: [] }, 'CHANGELOG.md has no entry for 1.2.0'],
    ['no date', { entries: [{ version: '1.2.0', sections: [], text: 'Words.' }] }, 'CHANGELOG.md gives 1.2.0 no date'],
    [
      'an empty entry',
      { entries: [{ version: '1.2.0', date: '2026-01-31', sections: [], text: '' }] },
      'CHANGELOG.md says nothing of 1.2.0',
    ],
    [
      'a placeholder for its repository',
      { repository: 'git+https://github.com/your-organization/opencopilot-chat.git' },
      'package.json does not name the repository',
    ],
    ['no repository', { repository: '' }, 'package.json does not name the repository'],
    ['no README', { readme: undefined }, 'there is no README.md'],
    [
      'a placeholder in its README',
      { readme: '- uses: your-organization/opencopilot-chat@v1.2.0' },
      'README.md has the placeholder your-organization/: name the repository',
    ],
    [
      'a README that says it is not there',
      { readme: 'The package is not on the registry yet.' },
      'README.md says that the package is not on the registry yet',
    ],
  ])('keeps back a version with %s', (_, facts, problem) => {
    expect(releaseProblems({ ...ready, ...facts })).toEqual([problem])
  })
})

it('gives package and contract one version', async () => {
  expect(JSON.parse(await readFile('package.json', 'utf8')).version).toBe(contract.version)
})
