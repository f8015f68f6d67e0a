import { describe, expect, it } from 'vitest'
import { cutSections, pickSections } from './sections.ts'

const document = cutSections('# Name\n\nLead.\n\n## One\n\nFirst.\n\n### Deeper\n\n## Two\n\nSecond.\n')

describe('cutSections', () => {
  it('cuts at headings of the second level, and leaves the title out', () => {
    expect(document.lead.map(({ raw }) => raw.trim()).filter(Boolean)).toEqual(['Lead.'])
    expect(document.sections.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(document.sections[0]?.tokens.map(({ raw }) => raw.trim())).toContain('### Deeper')
  })

  it('takes a line of code for no heading', () => {
    expect(cutSections('```sh\n## a comment\n```\n').sections).toEqual([])
  })
})

describe('pickSections', () => {
  it('picks in the order that is asked for', () => {
    expect(pickSections('README.md', document, ['Two', 'One']).map(({ title }) => title)).toEqual(['Two', 'One'])
  })

  it('names the file and each section that is missing', () => {
    expect(() => pickSections('README.md', document, ['One', 'Install', 'Errors'])).toThrow(
      'README.md has no section "## Install", "## Errors", which the docs show.',
    )
  })
})
