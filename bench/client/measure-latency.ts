import { rotate, type Spread, spreadOf } from '../statistics.ts'
import { contenders } from './contenders.ts'
import type { BenchServer, Worker } from './processes.ts'

export interface LatencyResult {
  id: string
  /** Milliseconds until the last conversation. */
  wall: Spread
}

export interface LatencyPlan {
  pages: number
  limit: number
  /** Milliseconds that each answer takes longer. */
  delay: number
  rounds: number
}

/** Reads pages from a server that takes its time: who waits for one page at a time, waits longest. */
export async function measureLatency(
  workers: ReadonlyMap<string, Worker>,
  server: BenchServer,
  { pages, limit, delay, rounds }: LatencyPlan,
): Promise<LatencyResult[]> {
  const expected = pages * limit
  const place = server.place(expected, delay)
  const measured = new Map<string, number[]>(contenders.map(({ id }) => [id, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [id, worker] of rotate([...workers], round)) {
      const { wall } = await worker.drain({ place, limit, expected })
      measured.get(id)?.push(wall)
    }
  }
  return [...measured].map(([id, values]) => ({ id, wall: spreadOf(values) }))
}
