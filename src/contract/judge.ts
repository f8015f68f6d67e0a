import { Ask } from './ask.ts'
import { CheckEndedError } from './check-ended.ts'
import type { Check, Clause, Finding, NotExercised } from './clause.ts'
import { EndedSurvey } from './ended-survey.ts'
import type { Probe } from './probe.ts'
import type { Show } from './show.ts'
import { Survey } from './survey.ts'
import type { ResolvedTarget } from './target.ts'

/** What a clause came to after all rounds. */
export interface Judgement {
  /** The first few, and those that weigh; `count` tells how many there were. */
  findings: Finding[]
  count: number
  notExercised?: string
  /** How often it was judged, and how often something was found. */
  rounds: number
  found: number
  /** Why it was not judged once more, though it should have been. */
  unconfirmed?: string
}

/** How often in all a clause that compares answers is judged before its violation stands or is called intermittent. */
const mostRounds = 3

export interface JudgeOptions {
  clauses: readonly Clause[]
  probe: Probe
  /** What was asked before judging began, for the first round to use. */
  asked: Ask
  target: ResolvedTarget
  show: Show
  /** Called before each clause of a round. */
  onClause?: ((clause: Clause, round: number) => void) | undefined
}

/**
 * Judges every clause in one round of shared exchanges. Violations that rest on comparing answers are judged again,
 * each round with exchanges of its own, since the data may have changed between the answers.
 */
export async function judge(options: JudgeOptions): Promise<Map<Clause, Judgement>> {
  const judgements = new Map<Clause, Judgement>()
  let open = [...options.clauses.filter(({ last }) => !last), ...options.clauses.filter(({ last }) => last)]
  for (let round = 1; round <= mostRounds && open.length > 0; round++) {
    const outcomes = await judgeOnce(open, round, options)
    for (const [clause, outcome] of outcomes) {
      judgements.set(clause, merge(judgements.get(clause), outcome))
    }
    open = open.filter((clause) => needsAnotherRound(clause, judgements.get(clause)))
  }
  return judgements
}

function needsAnotherRound(clause: Clause, judgement: Judgement | undefined): boolean {
  if (!judgement || judgement.found === 0 || judgement.unconfirmed || isConfirmed(clause, judgement)) return false
  return judgement.findings.some(({ severity = clause.severity }) => severity === 'violated')
}

/** Whether a violation stands: nothing was compared, it was seen twice, or no change of the data explains it. */
export const isConfirmed = (clause: Clause, { found, findings }: Pick<Judgement, 'found' | 'findings'>): boolean =>
  !clause.compares || found > 1 || findings.some(({ certain }) => certain)

type Outcome = Finding[] | NotExercised | CheckEndedError

function merge(before: Judgement | undefined, outcome: Outcome): Judgement {
  if (outcome instanceof CheckEndedError) {
    // What was seen stands, though nothing more can be asked to confirm it.
    if (before) return { ...before, unconfirmed: outcome.message }
    return { findings: [], count: 0, notExercised: outcome.message, rounds: 1, found: 0 }
  }
  const all = Array.isArray(outcome) ? outcome : []
  const { findings, count } = all.length > 0 || !before ? { findings: fewOf(all), count: all.length } : before
  const { rounds, found } = before ?? { rounds: 0, found: 0 }
  const reason = Array.isArray(outcome) || before ? {} : outcome
  return { findings, count, ...reason, rounds: rounds + 1, found: found + Math.min(1, all.length) }
}

/** A broken server gives more findings than can be kept: those that are shown, and those that decide. */
function fewOf(findings: Finding[]): Finding[] {
  const deciding = [
    findings.find(({ severity = 'violated' }) => severity === 'violated'),
    findings.find(({ certain }) => certain),
  ]
  return [...new Set([...findings.slice(0, shown), ...deciding.filter((finding) => finding !== undefined)])]
}

/** How many findings of one clause a report shows. */
export const shown = 3

async function judgeOnce(clauses: Clause[], round: number, options: JudgeOptions) {
  const { probe, asked, target, show, onClause } = options
  const ask = round === 1 ? asked : new Ask(probe)
  const check: Check = {
    ask,
    target,
    show,
    survey: new Survey(ask),
    exchanges: () => probe.exchanges,
    refusals: () => probe.refusals,
  }
  const outcomes = new Map<Clause, Outcome>()
  for (const clause of clauses) {
    onClause?.(clause, round)
    outcomes.set(clause, await judgeClause(clause, check))
  }
  return outcomes
}

async function judgeClause(clause: Clause, check: Check): Promise<Outcome> {
  try {
    return await clause.judge(check)
  } catch (error) {
    if (!(error instanceof CheckEndedError)) throw error
    const findings = clause.last ? await judgeWhatWasSeen(clause, check) : []
    return findings.length > 0 ? findings : error
  }
}

/** Clauses on all that was exchanged have something to judge also when there is no more to come. */
async function judgeWhatWasSeen(clause: Clause, check: Check): Promise<Finding[]> {
  try {
    const outcome = await clause.judge({ ...check, survey: new EndedSurvey(check.ask) })
    return Array.isArray(outcome) ? outcome : []
  } catch (error) {
    if (error instanceof CheckEndedError) return []
    throw error
  }
}
