import { lexer, type Tokens } from 'marked'
import type { Contract } from '../generate/contract.ts'
import type { Evidence } from '../generate/shapes.ts'
import { type Html, html } from './html.ts'

/** The strengths that a statement can have, strongest first, each with what the contract says it means. */
export type EvidenceMeanings = ReadonlyMap<Evidence, string>

/** Reads the table of strengths out of the contract's own description. */
export function readEvidenceMeanings(contract: Contract): EvidenceMeanings {
  const tables = lexer(contract.info.description ?? '').filter((token): token is Tokens.Table => token.type === 'table')
  const table = tables.find(({ header }) => header[0]?.text === '`x-evidence`')
  if (!table) throw new Error('The description in openapi/openapi.yaml has no table of x-evidence and its meanings.')
  return new Map(table.rows.map(([name, meaning]) => [unquoted(name) as Evidence, meaning?.text ?? '']))
}

const unquoted = (cell: Tokens.TableCell | undefined) => cell?.text.replaceAll('`', '') ?? ''

/** How well a statement is known, as a word in a frame. */
export const evidenceBadge = (evidence: Evidence): Html =>
  html`<span class="evidence evidence-${evidence}">${evidence}</span>`
