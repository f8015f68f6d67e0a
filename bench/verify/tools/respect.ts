import { fileURLToPath } from 'node:url'
import { redocly } from '../../contract-documents.ts'
import { versionOf } from '../../installed.ts'
import { runProcess } from '../../run-process.ts'
import { checkLimit, requestLimit } from '../limits.ts'
import type { PrepareTool } from '../tool.ts'

const workflows = fileURLToPath(new URL('respect.arazzo.yaml', import.meta.url))

export const prepareRespect: PrepareTool = async () => ({
  id: 'respect',
  label: 'Redocly Respect',
  version: await versionOf('@redocly/cli'),
  use: `\`redocly respect --max-fetch-timeout ${requestLimit}\` with \`bench/verify/tools/respect.arazzo.yaml\`, which reads the list in all its ways and states what can be stated in Arazzo. It fails nothing that the contract leaves open.`,
  quick: false,
  check: async ({ sandbox, folder }) => {
    const [own, other] = sandbox.organizations
    const inputs = { token: own.token, organizationId: own.id, otherOrganizationId: other.id }
    const { code, stdout } = await runProcess(
      process.execPath,
      [
        ...[redocly, 'respect', workflows, '--max-fetch-timeout', String(requestLimit)],
        ...['--server', `contract=${sandbox.baseUrl}`],
        ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
      ],
      { limit: checkLimit, cwd: folder },
    )
    const failed = stdout.split('\n').filter((line) => line.includes('✗'))
    return { accuses: code !== null && code !== 0, says: failed.slice(0, 3).join('; ').replace(/\s+/g, ' ') }
  },
})
