import { checkConversation } from '../../generated/client.ts'
import type { Conversation } from '../index.ts'
import { withPlainNumbers } from './exact-numbers.ts'
import { countOf } from './text/words.ts'

/** How many conversations break which rule of the contract: `/status must be of type string` and the like. */
export type Breaks = Readonly<Record<string, number>>

/** Adds what is broken in some more conversations. */
export function countBreaks(conversations: readonly Conversation[], before: Breaks = {}): Breaks {
  const breaks: Record<string, number> = { ...before }
  for (const conversation of conversations) {
    for (const kind of new Set(kindsOf(conversation))) breaks[kind] = (breaks[kind] ?? 0) + 1
  }
  return breaks
}

/** Throws at the first conversation that breaks the contract. */
export function refuseBreaks(conversations: readonly Conversation[], page: number): void {
  for (const conversation of conversations) {
    const kinds = kindsOf(conversation)
    if (kinds.length === 0) continue
    throw new Error(
      `A conversation on page ${page} breaks the contract: ${kinds.slice(0, 3).join('; ')}. ` +
        'opencopilot-chat verify tells more; without --strict it is taken, and counted',
    )
  }
}

/** A line for each kind. */
export const breakLines = (breaks: Breaks): string =>
  Object.entries(breaks)
    .map(([kind, count]) => `${countOf(count)}: ${kind}\n`)
    .join('')

function kindsOf(conversation: Conversation): string[] {
  const kinds: string[] = []
  checkConversation(withPlainNumbers(conversation), (place, expected) => kinds.push(`${place} must be ${expected}`))
  return kinds
}
