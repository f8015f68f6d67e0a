import { type Report, verify } from '../../src/contract/index.ts'
import { type Fault, type Oddity, sandboxWith } from '../faults/index.ts'
import { type Store, startSandbox } from '../sandbox/index.ts'

/** Every clause, judged on a sandbox with that fault or oddity. Some faults hang longer than the time limit in milliseconds. */
export async function judge(entry: Fault | Oddity, store: Store, timeout = 1000): Promise<Report> {
  const sandbox = await startSandbox(sandboxWith(entry, { store }))
  try {
    const [own, other] = sandbox.organizations
    return await verify({
      baseUrl: sandbox.baseUrl,
      token: own.token,
      organizationId: own.id,
      otherToken: other.token,
      otherOrganizationId: other.id,
      intrusive: entry.needs?.includes('intrusive'),
      timeout,
    })
  } finally {
    await sandbox.close()
  }
}

/** The clauses that a server violates, by id. */
export const violatedIn = ({ clauses }: Report): string[] =>
  clauses.filter(({ verdict }) => verdict === 'violated').map(({ id }) => id)
