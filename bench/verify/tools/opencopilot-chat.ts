import { join } from 'node:path'
import type { Report } from '../../../src/contract/index.ts'
import { versionOf } from '../../installed.ts'
import { built } from '../../paths.ts'
import { runProcess } from '../../run-process.ts'
import { checkLimit, requestLimit } from '../limits.ts'
import type { PrepareTool } from '../tool.ts'

const command = join(built, 'cli', 'main.js')

export const prepareOpencopilotChat: PrepareTool = async () => ({
  id: 'opencopilot-chat',
  label: 'opencopilot-chat verify',
  version: await versionOf('opencopilot-chat'),
  use: `\`opencopilot-chat verify --timeout ${requestLimit}\` with the tokens of two organizations; \`--intrusive\` for the faults that show to nobody else. Exit code 1 counts, 2 (it could not run) does not.`,
  quick: true,
  advises: true,
  check: async ({ sandbox, intrusive }) => {
    const [own, other] = sandbox.organizations
    const flags = ['--timeout', String(requestLimit), '--reporter', 'json', ...(intrusive ? ['--intrusive'] : [])]
    const { code, stdout, stderr } = await runProcess(process.execPath, [command, 'verify', ...flags], {
      limit: checkLimit,
      env: {
        OPENCOPILOT_BASE_URL: sandbox.baseUrl,
        OPENCOPILOT_TOKEN: own.token,
        OPENCOPILOT_ORGANIZATION_ID: own.id,
        OPENCOPILOT_OTHER_TOKEN: other.token,
        OPENCOPILOT_OTHER_ORGANIZATION_ID: other.id,
      },
    })
    if (code !== 0 && code !== 1) return { accuses: false, says: stderr.trim() }
    const { clauses }: Report = JSON.parse(stdout)
    const violated = clauses.filter(({ verdict }) => verdict === 'violated')
    const advisory = clauses.filter(({ verdict }) => verdict === 'advisory')
    const says = [...violated, ...advisory].map(({ id, verdict }) => `${id} ${verdict}`).join(', ')
    return { accuses: code === 1, advises: advisory.length > 0, says }
  },
})
