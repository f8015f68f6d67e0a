/** How well a statement of the contract is known: said in words, shown in a sample, seen elsewhere, or taken for granted. */
export type Evidence = 'documented' | 'example' | 'history' | 'assumed'

/** A statement of the contract: where it stands, and how well it is known. */
export interface Statement {
  /** JSON pointer into the contract. */
  pointer: string
  evidence: Evidence
}

/** A statement whose keywords may be known better or worse than the whole. */
export interface StatementFacts extends Statement {
  evidenceOf?: { readonly [keyword: string]: Evidence }
}

/** The part of a statement that one keyword makes. */
export function keywordOf({ pointer, evidence, evidenceOf }: StatementFacts, keyword: string): Statement {
  return { pointer: `${pointer}/${keyword}`, evidence: evidenceOf?.[keyword] ?? evidence }
}

/** A statement that nobody states: it stands in the contract's words alone. */
export const assumed = ({ pointer }: Statement): Statement => ({ pointer, evidence: 'assumed' })
