import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, faults, type Oddity, oddities, sandboxWith } from '../../contract-tests/faults/index.ts'
import { cachedStore, openStore, type Store, startSandbox } from '../../contract-tests/sandbox/index.ts'
import { clauses, type Group } from '../../src/contract/index.ts'
import { writeContractDocuments } from '../contract-documents.ts'
import { everyNth, rotate } from '../statistics.ts'
import { requestsTo } from './count-requests.ts'
import type { Judgement, Tool } from './tool.ts'
import { type Absent, prepareTools } from './tools.ts'

/** What one tool said of one server. */
export interface Check extends Judgement {
  tool: string
  /** The fault or the oddity. */
  entry: string
  requests: number
  seconds: number
}

export interface EntryInfo {
  name: string
  /** The group of the clause that a fault breaks; undefined for what conforms. */
  group?: string
  /** Handed to every tool, and not only to the quick ones. */
  sampled: boolean
}

/** What was measured of the tools that check servers, as data. */
export interface VerifyResults {
  every: number
  catalogue: { faults: number; oddities: number }
  tools: Omit<Tool, 'check'>[]
  absent: Absent[]
  entries: EntryInfo[]
  checks: Check[]
}

const healthy: Oddity = { name: 'healthy', summary: 'The sandbox as it is.' }

/** Hands faulty, odd and healthy servers to every tool, and counts whom it accuses. */
export async function measureTools(
  { every, quick }: { every: number; quick: boolean },
  say: (line: string) => void,
): Promise<VerifyResults> {
  await writeContractDocuments()
  const { tools, absent } = await prepareTools()
  for (const { label, reason } of absent) say(`${label} can't run here: ${reason}`)
  const sample = new Set<Fault | Oddity>([healthy, ...everyNth(faults, every), ...everyNth(oddities, every)])
  const entries = [healthy, ...faults, ...oddities].filter((entry) => !quick || sample.has(entry))
  const store = cachedStore(await openStore())
  const checks: Check[] = []
  try {
    for (const [index, entry] of entries.entries()) {
      const chosen = tools.filter((tool) => tool.quick || sample.has(entry))
      say(`${index + 1}/${entries.length} ${entry.name}`)
      for (const tool of rotate(chosen, index)) {
        const check = await checkWith(tool, entry, store)
        checks.push(check)
        say(`  ${tool.label}: ${outcome(check)}, ${check.requests} requests, ${check.seconds.toFixed(1)} s`)
      }
    }
  } finally {
    await store.close()
  }
  return {
    every,
    catalogue: { faults: faults.length, oddities: oddities.length },
    tools: tools.map(({ check: _, ...tool }) => tool),
    absent,
    entries: entries.map((entry) => {
      const group = groupOf(entry)
      return { name: entry.name, ...(group && { group }), sampled: sample.has(entry) }
    }),
    checks,
  }
}

const outcome = ({ accuses, advises, says }: Judgement) =>
  `${accuses ? 'accuses' : advises ? 'advises' : 'passes'}${says && ` (${says.slice(0, 120).replaceAll('\n', ' ')})`}`

/** The group of the clause that a fault breaks; undefined for what conforms. */
function groupOf(entry: Fault | Oddity): Group | undefined {
  const fault = faults.find((each) => each === entry)
  return clauses.find(({ id }) => id === fault?.noticedBy)?.group
}

/** On a server of its own each time: a fault may remember whom it met. */
async function checkWith(tool: Tool, entry: Fault | Oddity, store: Store): Promise<Check> {
  const folder = await mkdtemp(join(tmpdir(), 'opencopilot-bench-'))
  const sandbox = await startSandbox(sandboxWith(entry, { store, onError: () => {} }))
  try {
    const started = performance.now()
    const intrusive = entry.needs?.includes('intrusive') ?? false
    const judgement = await tool.check({ sandbox, intrusive, folder })
    const seconds = (performance.now() - started) / 1_000
    return { tool: tool.id, entry: entry.name, ...judgement, requests: requestsTo(sandbox.baseUrl), seconds }
  } finally {
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}
