import type { Severity } from '../clause.ts'
import type { Report } from '../report.ts'

/** Whether a report counts as a failure. */
export const isFailure = ({ summary }: Report, failOn: Severity = 'violated'): boolean =>
  summary.violated > 0 || (failOn === 'advisory' && summary.advisory > 0)

/** Whether nothing at all could be judged, so that the report says neither yes nor no. */
export const isEmpty = ({ summary, clauses }: Report): boolean => summary['not exercised'] === clauses.length

/** What a report comes to, for a heading. */
export function outcome(report: Report, failOn: Severity | undefined): { mark: string; words: string } {
  if (report.summary.violated > 0) return { mark: '❌', words: 'The server breaks the contract' }
  if (isFailure(report, failOn)) return { mark: '❌', words: 'Something is advisory, which counts as a failure here' }
  if (isEmpty(report)) return { mark: '➖', words: 'Nothing could be judged' }
  return { mark: '✅', words: 'Nothing violated' }
}
