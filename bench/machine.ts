import { cpus, loadavg, totalmem } from 'node:os'

/** Where something was measured. */
export interface Machine {
  processor: string
  cores: number
  /** In GiB. */
  memory: number
  system: string
  node: string
  /** Processes that wanted a core in the minute before, on average. More than there are cores: others were at work too. */
  load: number
}

export function describeMachine(): Machine {
  const [first] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
