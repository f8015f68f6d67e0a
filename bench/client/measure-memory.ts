import { median, rotate } from '../statistics.ts'
import { contenders } from './contenders.ts'
import { type BenchServer, startWorker } from './processes.ts'

export interface MemoryResult {
  id: string
  /** Bytes that the heap in use grew by, at most, while the conversations were read. */
  growth: number
  /** The most memory that the process had, in bytes. */
  peak: number
}

export interface MemoryPlan {
  conversations: number
  limit: number
  rounds: number
}

const warmUp = 20_000

/** Reads very many conversations in a fresh process, and looks at the heap ten times on the way. */
export async function measureMemory(
  server: BenchServer,
  { conversations, limit, rounds }: MemoryPlan,
): Promise<MemoryResult[]> {
  const measured = new Map(contenders.map(({ id }) => [id, { growth: [] as number[], peak: [] as number[] }]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [id, { growth, peak }] of rotate([...measured], round)) {
      const worker = await startWorker(id)
      try {
        await worker.drain({ place: server.place(warmUp), limit, expected: warmUp })
        const place = server.place(conversations)
        const report = await worker.drain({ place, limit, expected: conversations, sampleEvery: conversations / 10 })
        growth.push(Math.max(...report.heap) - report.heapBefore)
        peak.push(report.peak)
      } finally {
        worker.close()
      }
    }
  }
  return [...measured].map(([id, { growth, peak }]) => ({ id, growth: median(growth), peak: median(peak) }))
}
