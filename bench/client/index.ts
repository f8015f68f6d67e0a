import { versionOf } from '../installed.ts'
import { compilePrograms, type Size, sizeOfContender, sizeOfPackage } from './bundle.ts'
import { contenders } from './contenders.ts'
import { generateClients } from './generate.ts'
import { type CpuPlan, type CpuResult, measureCpu } from './measure-cpu.ts'
import { type LatencyPlan, type LatencyResult, measureLatency } from './measure-latency.ts'
import { type MemoryPlan, type MemoryResult, measureMemory } from './measure-memory.ts'
import { startServer, startWorker, type Worker } from './processes.ts'

export interface ClientPlan {
  cpu: CpuPlan
  latency: LatencyPlan
  memory: MemoryPlan
}

/** What was measured of the clients, as data. */
export interface ClientResults {
  plan: ClientPlan
  versions: Record<string, string>
  cpu: CpuResult[]
  latency: LatencyResult[]
  memory: MemoryResult[]
  size: { id: string; size: Size }[]
  /** The package with everything that it exports. */
  wholePackage: Size
}

export const clientPlan = (quick: boolean): ClientPlan => ({
  // About as much work for pages of either size.
  cpu: {
    reads: [
      { limit: 100, conversations: quick ? 4_000 : 20_000 },
      { limit: 10, conversations: quick ? 1_000 : 4_000 },
    ],
    rounds: quick ? 3 : 15,
  },
  latency: { pages: quick ? 20 : 100, limit: 100, delay: 25, rounds: quick ? 1 : 3 },
  // Whoever kept no more than the id of each would need some 25 MB for so many.
  memory: { conversations: quick ? 50_000 : 250_000, limit: 100, rounds: quick ? 1 : 3 },
})

/** Measures the package's client beside its peers. */
export async function measureClients(plan: ClientPlan, say: (line: string) => void): Promise<ClientResults> {
  say('Generating the peers’ clients from the contract …')
  await generateClients()
  await compilePrograms()
  const server = await startServer()
  const workers = new Map<string, Worker>()
  try {
    for (const { id } of contenders) workers.set(id, await startWorker(id))
    say(
      `CPU: ${plan.cpu.rounds} rounds of ${contenders.length} contenders, pages of ${plan.cpu.reads.map(({ limit }) => limit).join(' and ')} …`,
    )
    const cpu = await measureCpu(workers, server, plan.cpu)
    say(`Latency: ${plan.latency.rounds} rounds of ${plan.latency.pages} pages, ${plan.latency.delay} ms each …`)
    const latency = await measureLatency(workers, server, plan.latency)
    say(`Memory: ${plan.memory.rounds} rounds of ${plan.memory.conversations} conversations …`)
    const memory = await measureMemory(server, plan.memory)
    say('Size …')
    const inBrowsers = contenders.filter(({ nodeOnly }) => !nodeOnly)
    const size = await Promise.all(inBrowsers.map(async ({ id }) => ({ id, size: await sizeOfContender(id) })))
    return { plan, versions: await versions(), cpu, latency, memory, size, wholePackage: await sizeOfPackage() }
  } finally {
    for (const worker of workers.values()) worker.close()
    server.close()
  }
}

async function versions(): Promise<Record<string, string>> {
  const names = [...new Set(contenders.flatMap(({ packages }) => packages)), 'esbuild']
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await versionOf(name)])))
}
