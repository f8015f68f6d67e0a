import type { Check, Clause, Finding, Group } from '../clause.ts'
import type { Exchange } from '../exchange.ts'

/** One cause of what many clauses found. */
export interface Diagnosis {
  /** Stable name, in kebab-case. */
  id: string
  /** What the server does, and what would be right, in words from which it can be fixed. */
  says: string
  /** The exchanges that show it. */
  exchanges: Exchange[]
  /** Whether a finding is a symptom of it. */
  explains(finding: Finding, clause: Clause): boolean
  /** What clauses of some groups lacked because of it, when they were not exercised. */
  leaves?: { groups: readonly Group[]; reason: string }
}

/** What was asked and found, for a cause to be recognised in. */
export interface Case {
  check: Check
  /** The target's own answers, asked for with parameters that are fine. */
  answers: readonly Exchange[]
  findings: readonly { clause: Clause; finding: Finding }[]
}

/** Recognises a cause that is common; undefined where it isn't that. */
export type Cause = (about: Case) => Diagnosis | undefined | Promise<Diagnosis | undefined>

/** The groups of clauses that have nothing to judge where no list can be read. */
export const readers: readonly Group[] = ['items', 'paging', 'sorting', 'filtering', 'steadiness']
