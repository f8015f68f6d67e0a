import { contract } from '../../generated/facts.ts'
import { Asks } from './asks.ts'
import { checkLimits, type Limits } from './check-limits.ts'
import { refuseUnknownOptions } from './check-options.ts'
import { clauseReport, diagnosisReport } from './clause-report.ts'
import { type Clock, systemClock } from './clock.ts'
import { diagnose } from './diagnosis/index.ts'
import { checksOf, type Judgement, type JudgeOptions, judge } from './judge.ts'
import { type OptionNames, optionNames } from './option-names.ts'
import { Probe } from './probe.ts'
import { type Report, type Verdict, verdicts } from './report.ts'
import { requireReachable } from './require-reachable.ts'
import { type Selection, selectClauses } from './select.ts'
import { showMasked, showOpenly } from './show.ts'
import { resolveTarget, type Target } from './target.ts'
import type { Fetch } from './wire.ts'

export interface VerifyOptions extends Target, Selection, Limits {
  /** Show values of fields that may be personal. Default: false, they are masked. */
  showValues?: boolean | undefined
  /** What options are called in messages, for a program that has other names for them. Default: their names here. */
  optionNames?: Partial<OptionNames> | undefined
  /** Stops the check; `verify` rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Told before each clause, with the requests sent so far. */
  onProgress?: ((progress: Progress) => void) | undefined
  /** Told what the check waits for, before each request and each pause. */
  onWait?: ((what: string) => void) | undefined
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

/**
 * Checks a live server against the contract. Resolves with the report whatever the verdicts are;
 * throws `CouldNotRunError` when there can be none: the server can't be reached, the token is refused, an option is wrong.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  refuseUnknownOptions(options)
  const names = { ...optionNames, ...options.optionNames }
  const target = resolveTarget(options, names)
  const selected = selectClauses(options, names)
  const { maxTime, ...limits } = checkLimits(options, names)
  const { clock = systemClock, showValues, signal, onProgress, onWait } = options
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const probe = new Probe({ ...limits, maxTime: maxTime * 1000, names, target, fetch, clock, signal, onWait })

  const startedAt = new Date().toISOString()
  const started = clock.now()
  const asked = new Asks(probe, target)
  await requireReachable(asked, target, names)
  let judged = 0
  const judging: JudgeOptions = {
    clauses: selected,
    probe,
    asked,
    target,
    names,
    show: showValues ? () => showOpenly(target) : showMasked,
    onClause: ({ id }, round) =>
      onProgress?.({ clause: id, judged: judged++, clauses: selected.length, round, requests: probe.requests }),
  }
  const judgements = await judge(judging)
  const diagnosed = await diagnose(selected, judgements, checksOf(judging))
  const reports = selected.map((clause) =>
    clauseReport(clause, judgements.get(clause) as Judgement, diagnosed, { target, showValues }),
  )
  const count = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length
  const { ended } = probe
  return {
    contract: { ...contract },
    target: { baseUrl: target.baseUrl, organizationId: target.organizationId },
    startedAt,
    duration: Math.round(clock.now() - started),
    requests: probe.requests,
    ...(ended && { ended: { reason: ended, clauses: reports.filter(({ reason }) => reason === ended).length } }),
    summary: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>,
    diagnoses: diagnosed.map((each) => diagnosisReport(each, { target, showValues })),
    clauses: reports,
  }
}
