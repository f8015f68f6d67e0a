import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readEvidenceMeanings } from './evidence.ts'
import { renderPage } from './layout.ts'
import { changelogPage } from './pages/changelog.ts'
import { clausesPage } from './pages/clauses.ts'
import { errorsPage } from './pages/errors.ts'
import { examplesPage } from './pages/examples.ts'
import { overviewPage } from './pages/overview.ts'
import { readmePages } from './pages/readme.ts'
import { tryItPage } from './pages/try-it.ts'
import { readableContract } from './reference/contract.ts'
import { cutScripts } from './reference/cut-scripts.ts'
import { referenceTemplate } from './reference/page.ts'
import { renderReference } from './reference/redocly.ts'
import { bundleScripts } from './scripts.ts'
import { pageOf } from './site.ts'
import { readSources, type Sources } from './sources.ts'

/** Builds the docs into `out`, in place of what was there, and resolves with the names of the files. */
export async function buildDocs(out: string): Promise<string[]> {
  const files = await renderDocs(await readSources())
  await rm(out, { recursive: true, force: true })
  for (const [name, content] of files) {
    await mkdir(dirname(join(out, name)), { recursive: true })
    await writeFile(join(out, name), content)
  }
  return [...files.keys()]
}

/** Every file of the docs by its name: the same sources give the same bytes. */
export async function renderDocs(sources: Sources): Promise<Map<string, string>> {
  const { contract, readme, changelog, examples, errors, clauses } = sources
  const meanings = readEvidenceMeanings(contract)
  const fromReadme = readmePages(readme)
  const pages = [
    overviewPage(fromReadme.lead, meanings, contract.info.version),
    ...fromReadme.pages,
    errorsPage(errors),
    clausesPage(clauses, meanings),
    tryItPage(),
    examplesPage(examples),
    changelogPage(changelog),
  ]
  const title = `${pageOf('reference.html').title} · opencopilot-chat`
  const [whole, scripts, assets] = await Promise.all([
    renderReference(readableContract(contract, meanings), title, referenceTemplate),
    bundleScripts(['color-mode-start', 'color-mode', 'copy', 'clauses', 'reference', 'try-it']),
    Promise.all(['base.css', 'page.css', 'parts.css', 'try-it.css', 'reference.css', 'icon.svg'].map(readAsset)),
  ])
  const reference = await cutScripts(whole, 'assets')
  return new Map([
    ...pages.map((page) => [page.file, renderPage(page)] as const),
    ['reference.html', reference.page],
    ...reference.scripts,
    ['openapi.json', `${JSON.stringify(contract, null, 2)}\n`],
    ...[...scripts, ...assets].map(([name, content]) => [`assets/${name}`, content] as const),
  ])
}

async function readAsset(name: string): Promise<[string, string]> {
  return [name, await readFile(new URL(`assets/${name}`, import.meta.url), 'utf8')]
}
