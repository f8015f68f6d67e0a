import type { OperationFacts } from '../../generated/facts.ts'
import { Ask } from './ask.ts'
import type { Asks } from './asks.ts'
import { CheckEndedError } from './check-ended.ts'
import type { Check, Clause, NotExercised } from './clause.ts'
import { EndedSurvey } from './ended-survey.ts'
import { type Break, gather } from './gather.ts'
import { listOfOperation } from './operation.ts'
import { type OptionNames, optionNames } from './option-names.ts'
import type { Probe } from './probe.ts'
import type { Show } from './show.ts'
import { Survey } from './survey.ts'
import type { ResolvedTarget } from './target.ts'

/** What a clause came to after all rounds. */
export interface Judgement {
  /** The first of them, and those that weigh; `count` tells how many there were. */
  findings: Break[]
  count: number
  notExercised?: string
  /** It was not exercised because the check had ended. */
  isEnded?: true
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
  asked: Asks
  target: ResolvedTarget
  /** What the options are called in messages. Default: their names in `verify`. */
  names?: OptionNames
  show: (operation: OperationFacts) => Show
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

type Outcome = Break[] | NotExercised | CheckEndedError

function merge(before: Judgement | undefined, outcome: Outcome): Judgement {
  if (outcome instanceof CheckEndedError) {
    // What was seen stands, though nothing more can be asked to confirm it.
    if (before) return { ...before, unconfirmed: outcome.message }
    return { findings: [], count: 0, notExercised: outcome.message, isEnded: true, rounds: 1, found: 0 }
  }
  const all = Array.isArray(outcome) ? outcome : []
  const { findings, count } = all.length > 0 || !before ? { findings: fewOf(all), count: all.length } : before
  const { rounds, found } = before ?? { rounds: 0, found: 0 }
  const reason = Array.isArray(outcome) || before ? {} : outcome
  return { findings, count, ...reason, rounds: rounds + 1, found: found + Math.min(1, all.length) }
}

/** A broken server gives more findings than can be kept: the first, and those that decide. */
function fewOf(findings: Break[]): Break[] {
  const deciding = [
    findings.find(({ severity = 'violated' }) => severity === 'violated'),
    findings.find(({ certain }) => certain),
  ]
  return [...new Set([...findings.slice(0, kept), ...deciding.filter((finding) => finding !== undefined)])]
}

const kept = 30

/** How many findings of one clause a report shows. */
export const shown = 3

async function judgeOnce(clauses: Clause[], round: number, options: JudgeOptions) {
  const checkOf = checksOf(options, round > 1)
  const outcomes = new Map<Clause, Outcome>()
  for (const clause of clauses) {
    options.onClause?.(clause, round)
    outcomes.set(clause, await judgeClause(clause, checkOf))
  }
  return outcomes
}

/** Gives what the clauses of an operation have to work with, or why that can't be asked for. */
export type ChecksOf = (operation: OperationFacts) => Promise<Check | NotExercised>

/** What the clauses of a round have to work with, by operation: with exchanges of its own when it is `anew`. */
export function checksOf({ probe, asked, target, names = optionNames, show }: JudgeOptions, anew = false): ChecksOf {
  const checks = new Map<OperationFacts, Check>()
  return async (operation) => {
    const known = checks.get(operation)
    if (known) return known
    const first = await asked.of(operation)
    if (!(first instanceof Ask)) return first
    const ask = anew ? new Ask(probe, operation, first.path) : first
    const check: Check = {
      ask,
      target,
      names,
      operation,
      show: show(operation),
      survey: new Survey(ask, listOfOperation(operation)),
      exchanges: () => probe.exchanges.filter((exchange) => exchange.operation === operation),
      refusals: () => probe.refusals,
    }
    checks.set(operation, check)
    return check
  }
}

async function judgeClause(clause: Clause, checkOf: ChecksOf): Promise<Outcome> {
  let check: Check | NotExercised | undefined
  try {
    check = await checkOf(clause.operation)
    if ('notExercised' in check) return check
    const outcome = await clause.judge(check)
    return Array.isArray(outcome) ? gather(clause, outcome, check) : outcome
  } catch (error) {
    if (!(error instanceof CheckEndedError)) throw error
    const findings = clause.last && check && 'ask' in check ? await judgeWhatWasSeen(clause, check) : []
    return findings.length > 0 ? findings : error
  }
}

/** Clauses on all that was exchanged have something to judge also when there is no more to come. */
async function judgeWhatWasSeen(clause: Clause, check: Check): Promise<Break[]> {
  try {
    const survey = new EndedSurvey(check.ask, listOfOperation(check.operation))
    const outcome = await clause.judge({ ...check, survey })
    return Array.isArray(outcome) ? gather(clause, outcome, check) : []
  } catch (error) {
    if (error instanceof CheckEndedError) return []
    throw error
  }
}
