import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dereferenced } from '../../contract-documents.ts'
import { made } from '../../paths.ts'
import { requireProcess, runProcess } from '../../run-process.ts'
import { checkLimit, requestLimit } from '../limits.ts'
import type { PrepareTool } from '../tool.ts'

const requirements = fileURLToPath(new URL('../requirements.txt', import.meta.url))
const environment = join(made, 'python')
const command = join(environment, 'bin', 'schemathesis')
const python = join(environment, 'bin', 'python')

export const prepareSchemathesis: PrepareTool = async () => {
  if (!(await isThere(command))) {
    await mkdir(made, { recursive: true })
    await requireProcess('python3', ['-m', 'venv', environment])
    await requireProcess(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements])
  }
  const { stdout } = await requireProcess(command, ['--version'])
  return {
    id: 'schemathesis',
    label: 'Schemathesis',
    version: stdout.trim().split(' ').at(-1) ?? '',
    use: `\`schemathesis run --seed 1 --request-timeout ${requestLimit / 1_000}\` with the organization's id as the path's parameter and its default checks but one: \`positive_data_acceptance\`, since the contract lets a server refuse a field that it can't sort by.`,
    quick: false,
    check: async ({ sandbox, folder }) => {
      const [own] = sandbox.organizations
      const config = join(folder, 'schemathesis.toml')
      await writeFile(config, `[parameters]\n"path.organization_id" = ${JSON.stringify(own.id)}\n`)
      const { code, stdout } = await runProcess(
        command,
        [
          ...['--config-file', config, 'run', dereferenced, '--url', sandbox.baseUrl, '--no-color', '--seed', '1'],
          ...['--header', `Authorization: Bearer ${own.token}`, '--exclude-checks', 'positive_data_acceptance'],
          ...['--request-timeout', String(requestLimit / 1_000)],
        ],
        { cwd: folder, limit: checkLimit },
      )
      const failed = [...stdout.matchAll(/^- ([A-Z]{2}\d+ .*)$/gm)].map(([, check]) => check)
      return { accuses: code !== null && code !== 0, says: [...new Set(failed)].join('; ') }
    },
  }
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )
