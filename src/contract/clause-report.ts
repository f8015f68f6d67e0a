import type { Clause } from './clause.ts'
import { curlLine } from './curl.ts'
import type { Diagnosed } from './diagnosis/index.ts'
import type { Exchange } from './exchange.ts'
import type { Break } from './gather.ts'
import { isConfirmed, type Judgement, shown } from './judge.ts'
import type { ClauseReport, DiagnosisReport, ExchangeReport, FindingReport, Verdict } from './report.ts'
import { safeText } from './safe-text.ts'
import { showRequestId } from './show.ts'
import type { ResolvedTarget } from './target.ts'

export interface ReportOptions {
  target: ResolvedTarget
  /** Show what may be personal. */
  showValues?: boolean | undefined
}

/** What became of a clause, in words that may be shown: whatever a server said goes through `safeText` here. */
export function clauseReport(
  clause: Clause,
  judgement: Judgement,
  diagnosed: readonly Diagnosed[],
  options: ReportOptions,
): ClauseReport {
  const { findings, count, rounds, found } = judgement
  const intermittent = rounds > found && found > 0
  const { verdict, reason } = verdictOf(clause, judgement, diagnosed)
  const explanation = diagnosed.find(({ clauses }) => clauses.includes(clause))
  return {
    id: clause.id,
    operation: clause.operation.id,
    group: clause.group,
    says: clause.says,
    statement: clause.statement.pointer,
    evidence: clause.statement.evidence,
    verdict,
    ...(reason && { reason: safeText(reason, options.target) }),
    ...(explanation && { explainedBy: explanation.diagnosis.id }),
    ...(intermittent && { intermittent }),
    findings: findings.slice(0, shown).map((finding) => findingReport(clause, finding, options)),
    more: Math.max(0, count - shown),
  }
}

/** A cause that was recognised, in words that may be shown. */
export const diagnosisReport = (
  { operation, diagnosis: { id, says, exchanges }, clauses }: Diagnosed,
  options: ReportOptions,
): DiagnosisReport => ({
  id,
  operation: operation.id,
  says: safeText(says, options.target),
  explains: clauses.map((clause) => clause.id),
  exchanges: exchanges.slice(-3).map((exchange) => exchangeReport(exchange, options)),
})

function verdictOf(
  clause: Clause,
  judgement: Judgement,
  diagnosed: readonly Diagnosed[],
): { verdict: Verdict; reason?: string } {
  const { findings, notExercised, isEnded, rounds, found, unconfirmed } = judgement
  if (notExercised) return { verdict: 'not exercised', reason: (!isEnded && lackOf(clause, diagnosed)) || notExercised }
  if (findings.length === 0) return { verdict: 'held' }
  const violated = findings.some(({ severity = clause.severity }) => severity === 'violated')
  if (!violated) return { verdict: 'advisory' }
  if (unconfirmed && rounds === found)
    return { verdict: 'violated', reason: `seen once and not confirmed: ${unconfirmed}` }
  const seen = rounds > found ? { reason: `seen in ${found} of ${rounds} rounds of requests` } : {}
  return { verdict: isConfirmed(clause, judgement) ? 'violated' : 'advisory', ...seen }
}

/** What a clause lacked because of a cause that was recognised. */
const lackOf = (clause: Clause, diagnosed: readonly Diagnosed[]): string | undefined =>
  diagnosed.find(
    ({ operation, diagnosis }) => operation === clause.operation && diagnosis.leaves?.groups.includes(clause.group),
  )?.diagnosis.leaves?.reason

function findingReport(clause: Clause, finding: Break, options: ReportOptions): FindingReport {
  const {
    severity = clause.severity,
    statement = clause.statement,
    expected,
    actual,
    at,
    count,
    of,
    exchanges,
  } = finding
  const { target } = options
  return {
    severity,
    statement: statement.pointer,
    evidence: statement.evidence,
    expected: safeText(expected, target),
    actual: safeText(actual, target),
    ...(at !== undefined && { at: safeText(at, target) }),
    count,
    ...(of !== undefined && { of }),
    exchanges: exchanges.slice(-3).map((exchange) => exchangeReport(exchange, options)),
  }
}

function exchangeReport(exchange: Exchange, { target, showValues = false }: ReportOptions): ExchangeReport {
  const { method, url, answer, duration } = exchange
  const requestId = answer?.headers.get('x-request-id')
  return {
    method,
    url,
    ...(answer && { status: answer.status }),
    ...(requestId && { requestId: safeText(showRequestId(requestId, showValues), target) }),
    duration: Math.round(duration),
    curl: curlLine(exchange),
  }
}
