import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Contract } from '../../generate/contract.ts'

const run = promisify(execFile)
const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js')

/** The only address that the page would load something from by itself: the picture of a "made with" label. */
const logo = /https:\/\/cdn\.redoc\.ly\/[^"'`\s)]*/g

/** Links of the prerendered part, which leave out the hash that the page routes by: React keeps them as they are. */
const rootLink = /(<a [^>]*href=")\//g

/** What the command line knows by dotted names; theme options do nothing in this version of Redoc. */
const options = [
  '--openapi.hideDownloadButtons=true',
  '--openapi.schemasExpansionLevel=2',
  '--openapi.jsonSamplesExpandLevel=3',
]

/** Renders a contract as one page with everything in it, by Redocly's command line and the template given. */
export async function renderReference(contract: Contract, title: string, template: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'))
  try {
    await writeFile(join(folder, 'contract.json'), JSON.stringify(contract))
    await writeFile(join(folder, 'template.hbs'), template)
    await writeFile(join(folder, 'redocly.yaml'), 'telemetry: off\n')
    const args = [
      'build-docs',
      'contract.json',
      '--inlineBundle',
      '--title',
      title,
      '-t',
      'template.hbs',
      '-o',
      'page.html',
    ]
    await run(process.execPath, [cli, ...args, ...options], {
      cwd: folder,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    })
    return (await readFile(join(folder, 'page.html'), 'utf8')).replace(logo, 'data:,').replace(rootLink, '$1#/')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
