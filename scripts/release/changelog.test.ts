import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readChangelog } from './changelog.ts'

describe('readChangelog', () => {
  it('reads versions, dates, sections and what they say', () => {
    const text =
      '# Changelog\n\nWords.\n\n## [Unreleased]\n\n## [1.2.0] - 2026-01-31\n\n### Added\n\n- One.\n\n### Fixed\n\n- Two.\n'
    expect(readChangelog(text)).toEqual([
      { version: 'Unreleased', sections: [], text: '' },
      {
        version: '1.2.0',
        date: '2026-01-31',
        sections: ['Added', 'Fixed'],
        text: '### Added\n\n- One.\n\n### Fixed\n\n- Two.',
      },
    ])
  })

  it.each(['## 1.2.0', '## [1.2] - 2026-01-31', '## [1.2.0] - 31.1.2026'])('refuses the heading %s', (heading) => {
    expect(() => readChangelog(`# Changelog\n\n${heading}\n`)).toThrow(`CHANGELOG.md has the heading "${heading}"`)
  })
})

describe('CHANGELOG.md', async () => {
  const entries = readChangelog(await readFile('CHANGELOG.md', 'utf8'))

  it('has a dated entry for the version of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'))
    expect(entries.find((entry) => entry.version === version)?.date).toBeDefined()
  })

  it('keeps what is unreleased on top, and gives each version its date, the newest first', () => {
    expect(entries.filter(({ date }) => !date).map(({ version }) => version)).toEqual(['Unreleased'])
    expect(entries[0]?.version).toBe('Unreleased')
    const dates = entries.flatMap(({ date }) => date ?? [])
    expect(dates).toEqual([...dates].sort().reverse())
  })

  it('has the sections of Keep a Changelog alone', () => {
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']
    expect(entries.flatMap(({ sections }) => sections).filter((section) => !known.includes(section))).toEqual([])
  })
})
