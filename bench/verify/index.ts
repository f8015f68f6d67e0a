import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, faults, type Oddity, oddities, sandboxWith } from '../../contract-tests/faults/index.ts'
import { cachedStore, openStore, type Store, startSandbox } from '../../contract-tests/sandbox/index.ts'
import { writeContractDocuments } from '../contract-documents.ts'
import { everyNth, rotate } from '../statistics.ts'
import { requestsTo } from './count-requests.ts'
import type { Tool } from './tool.ts'
import { type Absent, prepareTools } from './tools.ts'

/** What one tool said of one server. */
export interface Check {
  tool: string
  /** The fault or the oddity. */
  entry: string
  accuses: boolean
  says: string
  requests: number
  seconds: number
}

export interface EntryInfo {
  name: string
  /** What the fault is in, by the clause that knows it; undefined for an oddity. */
  noticedBy?: string
  /** Handed to every tool, and not only to the quick ones. */
  sampled: boolean
}

/** What was measured of the tools that check servers, as data. */
export interface VerifyResults {
  every: number
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
      for (const tool of rotate(chosen, index)) checks.push(await checkWith(tool, entry, store))
    }
  } finally {
    await store.close()
  }
  return {
    every,
    tools: tools.map(({ check: _, ...tool }) => tool),
    absent,
    entries: entries.map((entry) => ({
      name: entry.name,
      ...('noticedBy' in entry && { noticedBy: entry.noticedBy }),
      sampled: sample.has(entry),
    })),
    checks,
  }
}

/** On a server of its own each time: a fault may remember whom it met. */
async function checkWith(tool: Tool, entry: Fault | Oddity, store: Store): Promise<Check> {
  const folder = await mkdtemp(join(tmpdir(), 'opencopilot-bench-'))
  const sandbox = await startSandbox(sandboxWith(entry, { store, onError: () => {} }))
  try {
    const started = performance.now()
    const intrusive = entry.needs?.includes('intrusive') ?? false
    const { accuses, says } = await tool.check({ sandbox, intrusive, folder })
    const seconds = (performance.now() - started) / 1_000
    return { tool: tool.id, entry: entry.name, accuses, says, requests: requestsTo(sandbox.baseUrl), seconds }
  } finally {
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}
