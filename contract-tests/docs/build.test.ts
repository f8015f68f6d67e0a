import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { contract, operations } from '../../generated/facts.ts'
import { renderDocs } from '../../scripts/docs/build.ts'
import { anchorOf } from '../../scripts/docs/pages/clauses.ts'
import { pages } from '../../scripts/docs/site.ts'
import { readSources, type Sources } from '../../scripts/docs/sources.ts'
import { clauses } from '../../src/contract/clauses/index.ts'
import { listExamples } from '../examples.ts'

const operation = operations.listConversations
const { parameters } = operation

let sources: Sources
let files: Map<string, string>

beforeAll(async () => {
  sources = await readSources()
  files = await renderDocs(sources)
})

const page = (name: string) => files.get(name) ?? ''

/** The reference with the scripts that draw it. */
const reference = () => [...files].flatMap(([name, text]) => (isReference(name) ? text : [])).join('\n')
const isReference = (name: string) => /^(reference\.html|assets\/redoc-.*)$/.test(name)

describe('the docs', () => {
  it('are the same bytes for the same sources', async () => {
    expect(await renderDocs(await readSources())).toEqual(files)
  })

  it('have every page of their navigation, and no link that leads nowhere', () => {
    expect([...files.keys()].filter((name) => name.endsWith('.html')).sort()).toEqual(
      pages.map(({ file }) => file).sort(),
    )
    for (const { file } of pages) {
      // What Redoc routes by itself starts with #/.
      const links = [...page(file).matchAll(/<(?:a|link|script)\b[^>]*\s(?:href|src)="(?!https?:|data:|#\/)([^"]*)"/g)]
      expect(links.length, file).toBeGreaterThan(pages.length)
      for (const [, link = ''] of links) {
        const [name = '', fragment] = link.split('#')
        const target = name === '' ? page(file) : files.get(name)
        expect(target, `${file} → ${link}`).toBeDefined()
        if (fragment) expect(target, `${file} → ${link}`).toContain(`id="${fragment}"`)
      }
    }
  })

  it('give no id twice on a page', () => {
    for (const { file } of pages.filter((one) => one.file !== 'reference.html')) {
      const ids = [...page(file).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, file).toBe(ids.length)
    }
  })

  it('list every clause with its severity and how well it is known', () => {
    for (const clause of clauses) {
      const { id, severity, statement } = clause
      const [, entry = ''] = page('clauses.html').split(
        `<li class="clause" id="${anchorOf(clause)}" data-severity="${severity}">`,
      )
      expect(entry.slice(0, entry.indexOf('</li>')), id).toMatch(
        new RegExp(`${id}.*>${statement.evidence}<.*class="severity severity-${severity}">`, 's'),
      )
    }
  })

  it('list every error with its code, as the README does', async () => {
    const readme = await readFile('README.md', 'utf8')
    for (const { name, code } of sources.errors) {
      expect(page('errors.html')).toContain(`<h2 id="${name}">`)
      if (code === undefined) continue
      expect(page('errors.html')).toContain(`<code>${code}</code>`)
      expect(readme).toContain(`| \`${name}\` | \`${code}\` |`)
    }
  })

  it('lead to the source of each example', () => {
    expect(page('guide.html')).toContain('<a href="examples.html">examples</a>')
    for (const [name, code] of sources.examples.files) {
      expect(page('examples.html')).toContain(`>${name}</h2>`)
      expect(code).not.toBe('')
    }
  })

  it('make the form from the facts of the contract', () => {
    const form = page('try-it.html')
    for (const name of Object.keys(parameters)) expect(form).toContain(`<label for="${operation.id}-${name}">`)
    expect(form).toContain(`placeholder="${parameters.limit.default}"`)
    for (const value of parameters.sortDirection.allowed) expect(form).toContain(`<option>${value}</option>`)
    for (const value of parameters.sortBy.known) expect(form).toContain(`<option value="${value}"></option>`)
  })

  it('hold the whole contract, its examples and its version', async () => {
    expect(JSON.parse(page('openapi.json')).info.version).toBe(contract.version)
    expect(page('index.html')).toContain(contract.version)
    expect(reference()).toContain(operation.id)
    for (const [name] of await listExamples()) expect(reference()).toContain(name)
  })

  it('have no script in a page, which a Content-Security-Policy would have to allow', () => {
    for (const { file } of pages) expect(page(file), file).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+="/)
  })

  it('load nothing from elsewhere and phone nobody', () => {
    expect(reference()).not.toContain('cdn.redoc.ly')
    expect(reference()).toMatch(/\bdisableTelemetry"?: ?true/)
    for (const [name, content] of files) {
      if (isReference(name)) continue
      expect(content, name).not.toMatch(/(src|url\()\s*=?\s*["']?(https?:)?\/\//)
    }
  })
})

it('fails with one line for a README without a section that the docs show', async () => {
  const readme = sources.readme.replace('## First call', '## The call')
  const error: Error = await renderDocs({ ...sources, readme }).catch((reason) => reason)
  expect(error.message).toBe('README.md has no section "## First call", which the docs show.')
})
