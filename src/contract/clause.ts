import type { OperationFacts } from '../../generated/facts.ts'
import type { Ask } from './ask.ts'
import type { Evidence, Statement } from './evidence.ts'
import type { Exchange, Item } from './exchange.ts'
import type { OptionNames } from './option-names.ts'
import type { Show } from './show.ts'
import type { Survey } from './survey.ts'
import type { ResolvedTarget } from './target.ts'

export const groups = [
  'response',
  'items',
  'authentication',
  'tenancy',
  'paging',
  'sorting',
  'filtering',
  'hostile input',
  'steadiness',
  'leaks',
] as const

export type Group = (typeof groups)[number]

export type Severity = 'violated' | 'advisory'

/** One checkable statement of the contract. */
export interface Clause {
  /** Stable name of the rule, for `--only` and `--skip`. */
  id: string
  /** The operation that it is about. */
  operation: OperationFacts
  group: Group
  /** What the contract says, in one sentence. */
  says: string
  /** Where the contract says so, and how well that is known. */
  statement: Statement
  /** How a broken clause counts. A finding may weigh less, never more. */
  severity: Severity
  /** Compares answers, so data that changes meanwhile could mislead it: a violation is confirmed with fresh exchanges. */
  compares?: true
  /** Sends more than safe methods and modest values, so it runs only when asked for. */
  intrusive?: true
  /** Looks at each item by itself, so that its findings can be counted by items. */
  each?: true
  /** Judges what every other clause exchanged, so it runs after them. */
  last?: true
  judge(check: Check): Promise<Finding[] | NotExercised>
}

/** A clause before it is said which operation it is about. */
export interface Rule extends Omit<Clause, 'operation'> {
  /** Its id is made from a name of the contract, so it gives way to another one that is the same. */
  isNamed?: true
}

/** What a clause has to work with. */
export interface Check {
  target: ResolvedTarget
  /** What the options are called in messages. */
  names: OptionNames
  operation: OperationFacts
  /** Sends a request, or hands back what the same request was answered before. */
  ask: Ask
  survey: Survey
  show: Show
  /** Everything that was exchanged for the operation so far. */
  exchanges(): readonly Exchange[]
  /** What the server refused for haste in the words of a failure. It was sent again, and isn't among the exchanges. */
  refusals(): readonly Exchange[]
}

/** One way in which a server breaks a clause. */
export interface Finding {
  expected: string
  actual: string
  /** The exchanges that show it, the telling one last. */
  exchanges: Exchange[]
  /** JSON pointer into the last exchange's body. */
  at?: string
  /** The item that is missing, or where it should not be. */
  item?: Item | undefined
  /** Nothing but the order of items with equal sort keys is at stake. */
  isTie?: boolean
  /** Default: the clause's severity. */
  severity?: Severity
  /** No change of the data explains it, so it needs no confirmation. */
  certain?: boolean
  /** Default: the clause's statement. */
  statement?: Statement
}

/** The server's data or the options gave a clause nothing to judge. */
export interface NotExercised {
  notExercised: string
}

export const notExercised = (reason: string): NotExercised => ({ notExercised: reason })

/** A broken assumption is worth a hint; a broken word or sample of the reference page is a violation. */
export const severityOf = (evidence: Evidence): Severity =>
  evidence === 'documented' || evidence === 'example' ? 'violated' : 'advisory'
