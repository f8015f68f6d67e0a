/** Checks a live server against the contract: `verify` as a function, and its report in the forms of other tools. */

export { defaultLimits, type Limits } from './check-limits.ts'
export { type Clause, type Finding, type Group, groups, type NotExercised, type Severity } from './clause.ts'
export { clauses } from './clauses/index.ts'
export type { Clock } from './clock.ts'
export { CouldNotRunError } from './could-not-run.ts'
export type { Evidence, Statement } from './evidence.ts'
export { operationNames } from './operation.ts'
export type { OptionNames } from './option-names.ts'
export type { ClauseReport, DiagnosisReport, ExchangeReport, FindingReport, Report, Verdict } from './report.ts'
export {
  isEmpty,
  isFailure,
  type RenderOptions,
  type ReporterName,
  renderReport,
  reporterNames,
} from './reporters/index.ts'
export { type Selection, selectClauses } from './select.ts'
export type { Target } from './target.ts'
export { type Progress, type VerifyOptions, verify } from './verify.ts'
