import type { ClauseReport, DiagnosisReport, FindingReport, Report } from '../report.ts'
import { verdicts } from '../report.ts'

/** "51 held, 1 violated, 0 advisory, 6 not exercised": all four, so that nothing passes in silence. */
export const summaryLine = ({ summary }: Report): string =>
  verdicts.map((verdict) => `${summary[verdict]} ${verdict}`).join(', ')

export const costLine = ({ requests, duration }: Report): string =>
  `${requests} requests in ${duration < 10_000 ? `${(duration / 1000).toFixed(1)} s` : `${Math.round(duration / 1000)} s`}`

/** That a bound ended the check, and what that left; nothing when it came to its end. */
export const endLines = ({ ended }: Report): string[] => {
  if (!ended) return []
  const left = ended.clauses === 1 ? '1 clause was' : `${ended.clauses} clauses were`
  return [`The check ended early, and ${left} left: ${ended.reason}`]
}

export const titleLine = ({ contract, target }: Report): string =>
  `${contract.title} ${contract.version} against ${target.baseUrl}, organization ${target.organizationId}`

/** Where in a body something was found, and in answer to which request. */
export function placeOf({ at, exchanges }: FindingReport): string {
  const exchange = exchanges.at(-1)
  if (!exchange) return ''
  const { method, url, status, requestId } = exchange
  const request = `${method} ${url}${status === undefined ? '' : ` → ${status}`}`
  return [request, at && `at ${at}`, requestId && `request id ${requestId}`].filter(Boolean).join(', ')
}

/** In how many items a break was found, of how many, or how often; nothing where it was found once. */
function countOf({ count, of }: FindingReport): string {
  if (of === undefined) return count > 1 ? `${count} times` : ''
  if (of === 1) return ''
  return count === of ? `in all ${of}` : `in ${count} of ${of}`
}

/** What stands there instead of what was expected, and how often. */
export const actualOf = (finding: FindingReport): string =>
  [finding.actual, countOf(finding)].filter(Boolean).join(', ')

/** What a finding says, in one line. */
export const findingLine = (finding: FindingReport): string =>
  `expected ${finding.expected}, but got ${actualOf(finding)}`

export const moreLine = ({ more }: ClauseReport): string => `and ${more} more of other kinds`

/** What clauses are called: by their ids, and with the operation where a report is about several. */
export function namesIn({ clauses }: Report): (clause: Pick<ClauseReport, 'id' | 'operation'>) => string {
  const isSeveral = new Set(clauses.map(({ operation }) => operation)).size > 1
  return ({ id, operation }) => (isSeveral ? `${operation} ${id}` : id)
}

/** The clauses that a diagnosis explains. */
export const explainedBy = ({ id, operation }: DiagnosisReport, { clauses }: Report): ClauseReport[] =>
  clauses.filter((clause) => clause.explainedBy === id && clause.operation === operation)

/** What a cause breaks: the statements of the contract behind the clauses that it explains, each once, as JSON pointers. */
export const statementsOf = (diagnosis: DiagnosisReport, report: Report): string[] => [
  ...new Set(explainedBy(diagnosis, report).map(({ statement }) => statement)),
]

/** How much a cause weighs: as much as the worst that it explains. */
export const verdictOf = (diagnosis: DiagnosisReport, report: Report): 'violated' | 'advisory' =>
  explainedBy(diagnosis, report).some(({ verdict }) => verdict === 'violated') ? 'violated' : 'advisory'

/** What is violated, by name. */
export const violatedLines = (report: Report): string[] => {
  const violated = report.clauses.filter(({ verdict }) => verdict === 'violated')
  return violated.length > 0 ? [`Violated: ${violated.map(namesIn(report)).join(', ')}`] : []
}
