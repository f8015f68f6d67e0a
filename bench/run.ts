import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clientPlan, measureClients } from './client/index.ts'
import { describeMachine } from './machine.ts'
import type { Options } from './options.ts'
import { bench, made } from './paths.ts'
import { chart } from './report/chart.ts'
import { report } from './report/report.ts'
import { type Results, readResults, writeResults } from './results.ts'
import { measureTools } from './verify/index.ts'
import { summarize } from './verify/summary.ts'

/** Measures what the options ask for, and writes the tables and the chart of all that is known. */
export async function run({ parts, quick, every }: Options): Promise<void> {
  // A quick run shows that everything works; its numbers are worth no more than that.
  const folder = quick ? join(made, 'quick') : bench
  await mkdir(folder, { recursive: true })
  const results: Results = await readResults(folder)
  if (parts.includes('client')) {
    const measured = await timed(() => measureClients(clientPlan(quick), say))
    results.client = { part: 'client', ...measured }
    await write(folder, results)
  }
  if (parts.includes('verify')) {
    const measured = await timed(async () => summarize(await measureTools({ every, quick }, say)))
    results.verify = { part: 'verify', ...measured }
    await write(folder, results)
  }
  say(`Written: ${join(folder, 'RESULTS.md')}`)
}

async function timed<T>(measure: () => Promise<T>) {
  const machine = describeMachine()
  const started = Date.now()
  const results = await measure()
  const minutes = Math.round((Date.now() - started) / 60_000)
  return { date: new Date(started).toISOString().slice(0, 10), minutes, machine, results }
}

async function write(folder: string, results: Results) {
  await writeResults(folder, results)
  await writeFile(join(folder, 'RESULTS.md'), report(results))
  await writeFile(join(folder, 'chart.svg'), chart(results))
}

const say = (line: string) => console.log(line)
