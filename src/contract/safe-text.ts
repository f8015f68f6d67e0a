import { toOneLine } from '../text/clean-text.ts'
import { redact } from './secrets.ts'
import type { ResolvedTarget } from './target.ts'

/** The most characters that are shown of one text, and how many are looked at to find them. */
const longest = 500
const furthest = 2 ** 16

/**
 * What a server said, as a report, a log or an error may show it: without tokens, then without what a terminal or a log
 * would act on, then cut, in this order, since a token that was cut would no longer be recognised.
 */
export function safeText(text: string, target: Pick<ResolvedTarget, 'token' | 'otherToken'>): string {
  const shown = toOneLine(redact(text.slice(0, furthest), target))
  const isWhole = shown.length <= longest && text.length <= furthest
  return isWhole ? shown : `${shown.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`
}
