import { Ask } from './ask.ts'
import type { Check, Clause, Finding, NotExercised } from './clause.ts'
import { BudgetSpentError, type Probe } from './probe.ts'
import type { Show } from './show.ts'
import { Survey } from './survey.ts'
import type { ResolvedTarget } from './target.ts'

/** What a clause came to after all rounds. */
export interface Judgement {
  findings: Finding[]
  notExercised?: string
  /** How often it was judged, and how often something was found. */
  rounds: number
  found: number
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
  if (!judgement || judgement.found === 0 || isConfirmed(clause, judgement)) return false
  return judgement.findings.some(({ severity = clause.severity }) => severity === 'violated')
}

/** Whether a violation stands: nothing was compared, it was seen twice, or no change of the data explains it. */
export const isConfirmed = (clause: Clause, { found, findings }: Pick<Judgement, 'found' | 'findings'>): boolean =>
  !clause.compares || found > 1 || findings.some(({ certain }) => certain)

function merge(before: Judgement | undefined, outcome: Finding[] | NotExercised): Judgement {
  const findings = Array.isArray(outcome) ? outcome : []
  if (!before) {
    const reason = Array.isArray(outcome) ? {} : outcome
    return { findings, ...reason, rounds: 1, found: findings.length > 0 ? 1 : 0 }
  }
  const found = before.found + (findings.length > 0 ? 1 : 0)
  return { findings: findings.length > 0 ? findings : before.findings, rounds: before.rounds + 1, found }
}

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
  const outcomes = new Map<Clause, Finding[] | NotExercised>()
  for (const clause of clauses) {
    onClause?.(clause, round)
    outcomes.set(clause, await judgeClause(clause, check))
  }
  return outcomes
}

async function judgeClause(clause: Clause, check: Check): Promise<Finding[] | NotExercised> {
  try {
    return await clause.judge(check)
  } catch (error) {
    if (error instanceof BudgetSpentError) return { notExercised: error.message }
    throw error
  }
}
