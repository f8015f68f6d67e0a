import { type Report, verify } from '../../src/contract/index.ts'
import { type Fault, type Oddity, sandboxWith } from '../faults/index.ts'
import { operation } from '../sandbox/fields.ts'
import { type Store, startSandbox, targetOf } from '../sandbox/index.ts'
import { sharedTime } from '../shared-time.ts'

/** Less than the faults that hang take for an answer, and more than any that is only slow. */
const timeout = 2_000

/** Every clause of the operation whose data is stored, judged on a sandbox with that fault or oddity, in time that nobody waits for. */
export async function reportOn(entry: Fault | Oddity, store: Store): Promise<Report> {
  const time = sharedTime()
  const sandbox = await startSandbox(sandboxWith(entry, { store, clock: time.sandbox }))
  try {
    return await verify({
      ...targetOf(sandbox),
      operations: [operation.id],
      intrusive: entry.needs?.includes('intrusive'),
      timeout,
      clock: time.check,
    })
  } finally {
    await sandbox.close()
  }
}

/** The clauses that a server violates, by id. */
export const violatedIn = ({ clauses }: Report): string[] =>
  clauses.filter(({ verdict }) => verdict === 'violated').map(({ id }) => id)
