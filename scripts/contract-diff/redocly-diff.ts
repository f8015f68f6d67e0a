import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, promisify } from 'node:util'
import type { Contract } from '../generate/contract.ts'
import type { Change, Impact } from './change.ts'
import type { Side } from './ledger.ts'
import { locate } from './locate.ts'
import { showEdit } from './show-value.ts'

/** A change whose place has no name yet, and the contract to which its pointer belongs. */
export type Finding = Omit<Change, 'place'> & { side: Side }

interface RedoclyChange {
  path: string
  typeName: string
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
): Promise<Finding[]> {
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
    .filter((change) => !isOwn(change) && isNews(change, base, revision))
    .map((change) => toFinding(change, change.kind === 'removed' ? base : revision))
}

function toFinding(
  { path, kind, impact, verdicts, property, base, revision }: RedoclyChange,
  contract: Contract,
): Finding {
  const { pointer, keyword = kind } = locate(path, contract, property)
  const said = verdicts.map(({ message }) => message.replace(/\.$/, '')).join('; ')
  const edit = property
    ? showEdit(property, base?.value, revision?.value)
    : keyword === kind
      ? kind
      : `\`${keyword}\` ${kind}`
  return { side: kind === 'removed' ? 'was' : 'is', pointer, keyword, impact, what: said || edit }
}

/** Which parameters there are, the own check knows better: redocly diff leaves out those that a path gives to its operations. */
const isOwn = ({ typeName, kind, property = '' }: RedoclyChange) =>
  /^Parameter(List)?$/.test(typeName) && (kind !== 'modified' || ['name', 'in'].includes(property))

/**
 * redocly diff meets a node once, also one that an anchor of YAML puts in several places, and takes the others for new. And
 * it tells of a component that comes or goes beside what uses it.
 */
function isNews({ path, kind, property }: RedoclyChange, base: Contract, revision: Contract): boolean {
  const [was, is] = [base, revision].map((contract) => locate(path, contract, property).value)
  if (was !== undefined && isDeepStrictEqual(was, is)) return false
  const user = JSON.stringify(kind === 'removed' ? base : revision)
  return kind === 'modified' || !user.includes(`"$ref":${JSON.stringify(path)}`)
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
