import type { Group, Severity } from './clause.ts'
import type { Evidence } from './evidence.ts'

/** What became of a clause. */
export type Verdict = 'held' | 'violated' | 'advisory' | 'not exercised'

export const verdicts: readonly Verdict[] = ['held', 'violated', 'advisory', 'not exercised']

/** The outcome of a whole check, as data: what every reporter renders. Holds no token, and no personal data unless asked for. */
export interface Report {
  /** The contract that was checked against. */
  contract: { title: string; version: string }
  target: { baseUrl: string; organizationId: string }
  /** When the check began, as an ISO 8601 date and time. */
  startedAt: string
  /** Milliseconds that the check took. */
  duration: number
  /** Requests that were sent, repeated ones and refused ones included. */
  requests: number
  /** Why the check ended before all was judged, and how many clauses that left; absent when it didn't. */
  ended?: { reason: string; clauses: number }
  /** How many clauses came to each verdict. */
  summary: Record<Verdict, number>
  /** Common causes that were recognised, each said once. What they explain is violated all the same. */
  diagnoses: DiagnosisReport[]
  clauses: ClauseReport[]
}

/** One cause of what several clauses found. */
export interface DiagnosisReport {
  id: string
  operation: string
  /** What the server does, and what would be right. */
  says: string
  /** The ids of the clauses that found nothing else. */
  explains: string[]
  exchanges: ExchangeReport[]
}

export interface ClauseReport {
  id: string
  /** The name of the operation that it is about. */
  operation: string
  group: Group
  /** What the contract says. */
  says: string
  /** JSON pointer to the statement in the contract. */
  statement: string
  evidence: Evidence
  verdict: Verdict
  /** Why it was not exercised, or what to know about the verdict. */
  reason?: string
  /** The diagnosis that explains all that was found, by its id. */
  explainedBy?: string
  /** Seen in one round of exchanges, and not in another. */
  intermittent?: true
  /** The first few; `more` counts the rest. */
  findings: FindingReport[]
  more: number
}

export interface FindingReport {
  severity: Severity
  /** JSON pointer to the statement that is broken: that of the clause, or a part of it. */
  statement: string
  evidence: Evidence
  expected: string
  actual: string
  /** JSON pointer into the body of the last exchange. */
  at?: string
  /** How many items have this break, of `of` that were seen; without `of`, how often it was found. */
  count: number
  of?: number
  exchanges: ExchangeReport[]
}

export interface ExchangeReport {
  method: string
  url: string
  /** Absent when no answer came. */
  status?: number
  /** What the server calls the request, when it says so. */
  requestId?: string
  /** Milliseconds. */
  duration: number
  /** A line for a shell that sends the same request again. */
  curl: string
}
