/**
 * Checks the sandbox of the contract that is generated here, whole and with faults, and prints what came of it as JSON.
 * Arguments: names of faults.
 */
import { argv, stdout } from 'node:process'
import { verify } from '../../src/contract/index.ts'
import { faults, findByName, sandboxWith } from '../faults/index.ts'
import { cachedStore, openStore, startSandbox, targetOf } from '../sandbox/index.ts'

/** What is looked at of a report. */
export interface Outcome {
  /** Names of operations that something was judged of. */
  operations: string[]
  /** Clauses by their verdict, each with its operation. */
  held: string[]
  violated: string[]
  advisory: string[]
  notExercised: string[]
}

const store = cachedStore(await openStore())

async function outcomeOf(options: Parameters<typeof startSandbox>[0]): Promise<Outcome> {
  const sandbox = await startSandbox({ ...options, store })
  const { clauses } = await verify(targetOf(sandbox))
  await sandbox.close()
  const named = (verdict: string) =>
    clauses.filter((clause) => clause.verdict === verdict).map(({ operation, id }) => `${operation} ${id}`)
  return {
    operations: [...new Set(clauses.map(({ operation }) => operation))],
    held: named('held'),
    violated: named('violated'),
    advisory: named('advisory'),
    notExercised: named('not exercised'),
  }
}

const outcomes: Record<string, Outcome> = { healthy: await outcomeOf({}) }
for (const name of argv.slice(2)) outcomes[name] = await outcomeOf(sandboxWith(findByName(faults, name)))
await store.close()
stdout.write(JSON.stringify(outcomes))
