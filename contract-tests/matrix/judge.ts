import { type Report, verify } from '../../src/contract/index.ts'
import { type Fault, type Oddity, sandboxWith } from '../faults/index.ts'
import { type Store, startSandbox } from '../sandbox/index.ts'

/** Every clause, judged on a sandbox with that fault or oddity. */
export async function judge(entry: Fault | Oddity, store: Store): Promise<Report> {
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
      timeout: 1000,
    })
  } finally {
    await sandbox.close()
  }
}

/** The clauses that a server violates, by id. */
export const violatedIn = ({ clauses }: Report): string[] =>
  clauses.filter(({ verdict }) => verdict === 'violated').map(({ id }) => id)
