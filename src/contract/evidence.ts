import type { Evidence, Statement, StatementFacts } from '../../generated/facts.ts'

export type { Evidence, Statement, StatementFacts }

/** The part of a statement that one keyword makes. */
export function keywordOf({ pointer, evidence, evidenceOf }: StatementFacts, keyword: string): Statement {
  return { pointer: `${pointer}/${keyword}`, evidence: evidenceOf?.[keyword] ?? evidence }
}

/** A statement that nobody states: it stands in the contract's words alone. */
export const assumed = ({ pointer }: Statement): Statement => ({ pointer, evidence: 'assumed' })
