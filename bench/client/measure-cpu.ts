import { ratios, rotate, type Spread, spreadOf } from '../statistics.ts'
import { baseline, contenders } from './contenders.ts'
import type { BenchServer, Worker } from './processes.ts'

export interface CpuResult {
  id: string
  limit: number
  /** Against the baseline of the same round. */
  ratio: Spread
  /** Milliseconds for all conversations. */
  cpu: Spread
}

export interface CpuPlan {
  /** How many conversations are read by pages of which size. */
  reads: readonly { limit: number; conversations: number }[]
  rounds: number
}

/** Drains all conversations with every contender in turn, round by round, and compares within a round. */
export async function measureCpu(
  workers: ReadonlyMap<string, Worker>,
  server: BenchServer,
  { reads, rounds }: CpuPlan,
): Promise<CpuResult[]> {
  const results: CpuResult[] = []
  for (const { limit, conversations } of reads) {
    const place = server.place(conversations)
    const measured = new Map<string, number[]>(contenders.map(({ id }) => [id, []]))
    // Two rounds that nobody counts, in which code is compiled and connections are made.
    for (let round = -2; round < rounds; round += 1) {
      for (const [id, worker] of rotate([...workers], round + 2)) {
        const { cpu } = await worker.drain({ place, limit, expected: conversations })
        if (round >= 0) measured.get(id)?.push(cpu)
      }
    }
    const base = measured.get(baseline) ?? []
    for (const [id, values] of measured) {
      results.push({ id, limit, ratio: spreadOf(ratios(values, base)), cpu: spreadOf(values) })
    }
  }
  return results
}
