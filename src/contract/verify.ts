import { contract } from '../../generated/facts.ts'
import { Ask } from './ask.ts'
import type { Clause, Finding } from './clause.ts'
import { type Clock, systemClock } from './clock.ts'
import { CouldNotRunError } from './could-not-run.ts'
import { curlLine } from './curl.ts'
import { describe, type Exchange } from './exchange.ts'
import { isConfirmed, type Judgement, judge } from './judge.ts'
import { Probe } from './probe.ts'
import {
  type ClauseReport,
  type ExchangeReport,
  type FindingReport,
  type Report,
  type Verdict,
  verdicts,
} from './report.ts'
import { redact } from './secrets.ts'
import { type Selection, selectClauses } from './select.ts'
import { showMasked, showOpenly } from './show.ts'
import { Survey } from './survey.ts'
import { type ResolvedTarget, resolveTarget, type Target } from './target.ts'
import type { Fetch } from './wire.ts'

export interface VerifyOptions extends Target, Selection {
  /** Requests that may be sent in all. What needs more is not exercised. Default: 500. */
  maxRequests?: number | undefined
  /** Requests per second at most. Default: as fast as the server answers, and slower after a 429. */
  rate?: number | undefined
  /** Milliseconds until an exchange counts as failed, the body included. Default: 10000. */
  timeout?: number | undefined
  /** Show values of fields that may be personal. Default: false, they are masked. */
  showValues?: boolean | undefined
  /** Stops the check; `verify` rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Told before each clause, with the requests sent so far. */
  onProgress?: ((progress: Progress) => void) | undefined
  /** Sends the requests. Default: the global `fetch`. */
  fetch?: Fetch | undefined
  /** Tells the time and waits. Default: the real clock. */
  clock?: Clock | undefined
}

export interface Progress {
  clause: string
  /** Clauses judged so far, of how many. */
  judged: number
  clauses: number
  /** 1, and more while violations are confirmed. */
  round: number
  requests: number
}

/** How many findings of one clause a report shows. */
const shown = 3

/**
 * Checks a live server against the contract. Resolves with the report whatever the verdicts are;
 * throws `CouldNotRunError` when there can be none: the server can't be reached, the token is refused, an option is wrong.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const target = resolveTarget(options)
  const selected = selectClauses(options)
  const { clock = systemClock, maxRequests = 500, rate, timeout = 10_000, signal, onProgress } = options
  requirePositive('--max-requests', maxRequests)
  requirePositive('--rate', rate)
  requirePositive('--timeout', timeout)
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const probe = new Probe({ target, fetch, clock, timeout, maxRequests, rate, signal })

  const startedAt = new Date().toISOString()
  const started = clock.now()
  const asked = new Ask(probe)
  await requireReachable(asked, target)
  let judged = 0
  const judgements = await judge({
    clauses: selected,
    probe,
    asked,
    target,
    show: options.showValues ? showOpenly : showMasked,
    onClause: ({ id }, round) =>
      onProgress?.({ clause: id, judged: judged++, clauses: selected.length, round, requests: probe.requests }),
  })
  const reports = [...selected].map((clause) => clauseReport(clause, judgements.get(clause), target))
  const count = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length
  return {
    contract: { ...contract },
    target: { baseUrl: target.baseUrl, organizationId: target.organizationId },
    startedAt,
    duration: Math.round(clock.now() - started),
    requests: probe.requests,
    summary: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>,
    clauses: reports,
  }
}

function requirePositive(option: string, value: number | undefined) {
  if (value !== undefined && !(value > 0))
    throw new CouldNotRunError(`${option} must be a number above 0, but is ${value}`)
}

/** Before anything is judged: does anybody answer, and is the token good for this organization? */
async function requireReachable(ask: Ask, target: ResolvedTarget): Promise<void> {
  const survey = new Survey(ask)
  const bare = await survey.bare()
  const refused = ({ answer }: Exchange) => [401, 403, 404].includes(answer?.status ?? 0)
  const answers = (exchange: Exchange) =>
    exchange.failure?.kind !== 'connection' && exchange.failure?.kind !== 'timeout'
  if (answers(bare) && !refused(bare)) return
  // A server may fail on one form of the request alone. That is a violation, and no reason to give up.
  const explicit = await survey.explicit()
  if (answers(explicit) && !refused(explicit)) return
  const status = (bare.answer ?? explicit.answer)?.status
  if (status === undefined) throw new CouldNotRunError(`${target.baseUrl} can not be reached: ${describe(bare)}`)
  const why = {
    401: 'the token was refused. Check OPENCOPILOT_TOKEN',
    403: 'the token has no right to this organization. Check OPENCOPILOT_TOKEN and the organization id',
    404: 'there is nothing there. Check the base URL and the organization id',
  }[status]
  throw new CouldNotRunError(`${bare.method} ${bare.url} was answered ${status}: ${why}`)
}

function clauseReport(clause: Clause, judgement: Judgement | undefined, target: ResolvedTarget): ClauseReport {
  const { findings = [], rounds = 0, found = 0, notExercised } = judgement ?? {}
  const intermittent = rounds > found && found > 0
  const confirmed = isConfirmed(clause, { found, findings })
  const { verdict, reason } = verdictOf(clause, findings, confirmed, { notExercised, rounds, found })
  return {
    id: clause.id,
    group: clause.group,
    says: clause.says,
    statement: clause.statement.pointer,
    evidence: clause.statement.evidence,
    verdict,
    ...(reason && { reason }),
    ...(intermittent && { intermittent }),
    findings: findings.slice(0, shown).map((finding) => findingReport(clause, finding, target)),
    more: Math.max(0, findings.length - shown),
  }
}

function verdictOf(
  clause: Clause,
  findings: Finding[],
  confirmed: boolean,
  { notExercised, rounds, found }: { notExercised: string | undefined; rounds: number; found: number },
): { verdict: Verdict; reason?: string } {
  if (notExercised) return { verdict: 'not exercised', reason: notExercised }
  if (findings.length === 0) return { verdict: 'held' }
  const violated = findings.some(({ severity = clause.severity }) => severity === 'violated')
  if (!violated) return { verdict: 'advisory' }
  const seen = rounds > found ? { reason: `seen in ${found} of ${rounds} rounds of requests` } : {}
  return { verdict: confirmed ? 'violated' : 'advisory', ...seen }
}

function findingReport(clause: Clause, finding: Finding, target: ResolvedTarget): FindingReport {
  const { severity = clause.severity, statement = clause.statement, expected, actual, at, exchanges } = finding
  return {
    severity,
    statement: statement.pointer,
    evidence: statement.evidence,
    expected,
    actual: redact(actual, target),
    ...(at !== undefined && { at }),
    exchanges: exchanges.slice(-3).map(exchangeReport),
  }
}

function exchangeReport(exchange: Exchange): ExchangeReport {
  const { method, url, answer, duration } = exchange
  const requestId = answer?.headers.get('x-request-id')
  return {
    method,
    url,
    ...(answer && { status: answer.status }),
    ...(requestId && { requestId }),
    duration: Math.round(duration),
    curl: curlLine(exchange),
  }
}
