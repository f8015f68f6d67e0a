/**
 * Lints the contract by Redocly's rules (redocly.yaml). What Redocly says is shown only when it finds something: on
 * Node 20 it tells each time, and no setting stops it, that a later release of it will need a newer Node.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const file = 'openapi/openapi.yaml'
const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js')

const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, 'lint', file], {
  encoding: 'utf8',
  env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
})
if (error) throw error
if (status === 0) console.log(`${file} keeps the rules of redocly.yaml.`)
else console.error(stdout + stderr)
process.exitCode = status ?? 1
