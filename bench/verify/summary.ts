import { median } from '../statistics.ts'
import type { Check, EntryInfo, VerifyResults } from './index.ts'
import type { Tool } from './tool.ts'

/** What one tool made of some servers. */
export interface ToolScore {
  id: string
  /** Names of the faults whose servers it accused. */
  caught: string[]
  /** Names of those that it let pass. */
  missed: string[]
  /** Names of the oddities, and the healthy server, that it accused all the same. */
  falseAlarms: string[]
  /** How many conforming servers there were. */
  conforming: number
  /** Medians over all servers. */
  requests: number
  seconds: number
}

export interface VerifySummary extends Omit<VerifyResults, 'entries' | 'checks'> {
  /** The group of clauses that each fault of the sample breaks. */
  groups: Record<string, string>
  /** Of every tool, on the sample. */
  sample: ToolScore[]
  /** Of the quick tools, on the whole catalogue. */
  whole: ToolScore[]
}

/** The id under which the score of a tool stands when its advisories count too. */
export const withAdvisories = (id: string) => `${id} with advisories`

export function summarize({ every, tools, absent, entries, checks, catalogue }: VerifyResults): VerifySummary {
  const sampled = entries.filter((entry) => entry.sampled)
  const groups = sampled.flatMap(({ name, group }) => (group ? [[name, group] as const] : []))
  return {
    every,
    catalogue,
    tools,
    absent,
    groups: Object.fromEntries(groups),
    sample: tools.flatMap((tool) => scores(tool, sampled, checks)),
    whole: tools.filter(({ quick }) => quick).flatMap((tool) => scores(tool, entries, checks)),
  }
}

function scores(
  { id, advises }: Omit<Tool, 'check'>,
  entries: readonly EntryInfo[],
  checks: readonly Check[],
): ToolScore[] {
  const own = new Map(checks.filter(({ tool }) => tool === id).map((check) => [check.entry, check]))
  const chosen = entries.flatMap((entry) => {
    const check = own.get(entry.name)
    return check ? [{ entry, check }] : []
  })
  const score = (name: string, accuses: (check: Check) => boolean): ToolScore => {
    const names = (kind: 'fault' | 'conforming', accused: boolean) =>
      chosen
        .filter(({ entry, check }) => (entry.group ? 'fault' : 'conforming') === kind && accuses(check) === accused)
        .map(({ entry }) => entry.name)
    const falseAlarms = names('conforming', true)
    return {
      id: name,
      caught: names('fault', true),
      missed: names('fault', false),
      falseAlarms,
      conforming: falseAlarms.length + names('conforming', false).length,
      requests: median(chosen.map(({ check }) => check.requests)),
      seconds: median(chosen.map(({ check }) => check.seconds)),
    }
  }
  const strict = score(id, ({ accuses }) => accuses)
  return advises ? [strict, score(withAdvisories(id), ({ accuses, advises }) => accuses || advises === true)] : [strict]
}
