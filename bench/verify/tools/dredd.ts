import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { versionOf } from '../../installed.ts'
import { runProcess } from '../../run-process.ts'
import { checkLimit } from '../limits.ts'
import { asOpenApi30 } from '../openapi-3.0.ts'
import type { PrepareTool } from '../tool.ts'

const hooks = fileURLToPath(new URL('dredd-hooks.cjs', import.meta.url))

export const prepareDredd: PrepareTool = async () => {
  const command = createRequire(import.meta.url).resolve('dredd/bin/dredd')
  return {
    id: 'dredd',
    label: 'Dredd',
    version: await versionOf('dredd'),
    use: 'It reads OpenAPI 3.0 at most, so it got the contract converted to that. It sends one request per documented response; hooks take the token away for the 401, and leave out the statuses that the contract lets a server choose.',
    quick: false,
    check: async ({ sandbox, folder }) => {
      const [own] = sandbox.organizations
      const file = join(folder, 'openapi.yaml')
      await writeFile(file, await asOpenApi30(own.id))
      const { code, stdout } = await runProcess(
        process.execPath,
        [
          ...[command, file, sandbox.baseUrl, '--hookfiles', hooks, '--no-color', '--loglevel', 'error'],
          ...['--header', `Authorization: Bearer ${own.token}`],
        ],
        { cwd: folder, limit: checkLimit },
      )
      const failed = stdout.split('\n').filter((line) => /^fail: (?!GET)/.test(line))
      return { accuses: code !== null && code !== 0, says: failed.slice(0, 3).join('; ') }
    },
  }
}
