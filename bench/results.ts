import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientResults } from './client/index.ts'
import type { Machine } from './machine.ts'
import type { VerifySummary } from './verify/summary.ts'

interface Measured<Part extends string, Results> {
  part: Part
  /** A day, as in ISO 8601. */
  date: string
  minutes: number
  machine: Machine
  results: Results
}

export type MeasuredClients = Measured<'client', ClientResults>
export type MeasuredTools = Measured<'verify', VerifySummary>

/** What is known so far: each part is measured on its own, and may be of another day. */
export interface Results {
  client?: MeasuredClients
  verify?: MeasuredTools
}

const fileIn = (folder: string) => join(folder, 'results.jsonl')

/** The results of earlier runs, a part a line. */
export async function readResults(folder: string): Promise<Results> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => '')
  const parts: (MeasuredClients | MeasuredTools)[] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return Object.fromEntries(parts.map((measured) => [measured.part, measured]))
}

export async function writeResults(folder: string, { client, verify }: Results): Promise<void> {
  const lines = [client, verify].flatMap((measured) => (measured ? [`${JSON.stringify(measured)}\n`] : []))
  await writeFile(fileIn(folder), lines.join(''))
}
