import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Contract } from '../generate/contract.ts'
import type { Change, Impact } from './change.ts'
import { placeOf } from './place-of.ts'
import { showEdit } from './show-value.ts'

interface RedoclyChange {
  path: string
  kind: 'added' | 'removed' | 'modified'
  impact: Impact
  verdicts: { message: string }[]
  property?: string
  base?: { value?: unknown }
  revision?: { value?: unknown }
}

const { resolve } = createRequire(import.meta.url)
const redocly = join(dirname(resolve('@redocly/cli/package.json')), 'bin/cli.js')
const config = fileURLToPath(new URL('redocly.yaml', import.meta.url))
const run = promisify(execFile)

/** What `redocly diff` finds between two contracts, with its own ratings. */
export async function redoclyDiff(
  baseFile: string,
  base: Contract,
  file: string,
  revision: Contract,
): Promise<Change[]> {
  const { stdout } = await run(
    process.execPath,
    [redocly, 'diff', baseFile, file, '--config', config, '--format', 'json', '--fail-on', 'none'],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off' }, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stderr?: string }) => {
    throw new Error(`redocly diff failed: ${lastLine(error.stderr ?? '')}`)
  })
  const { changes } = JSON.parse(stdout) as { changes: RedoclyChange[] }
  return changes
    .filter(({ path, property }) => !(path === '#/info' && property === 'version'))
    .map((change) => toChange(change, change.kind === 'removed' ? base : revision))
}

function toChange(
  { path, kind, impact, verdicts, property, base, revision }: RedoclyChange,
  contract: Contract,
): Change {
  const { place, keyword = property ?? kind } = placeOf(path, contract)
  const said = verdicts.map(({ message }) => message.replace(/\.$/, '')).join('; ')
  const edit = property
    ? showEdit(property, base?.value, revision?.value)
    : keyword === kind
      ? kind
      : `\`${keyword}\` ${kind}`
  return { place, keyword, impact, what: said || edit }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
