import type { Conversation } from '../../generated/types.ts'
import { toOneLine } from '../text/clean-text.ts'

/** Does something with a conversation; one that is nested deeper than JSON can be written is named by its page and id. */
export function notTooDeep<T>({ id }: Conversation, page: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    // The engine's stack has an end.
    if (!(error instanceof RangeError)) throw error
    const shown = toOneLine(String(id)).slice(0, 80)
    throw new Error(`the conversation ${shown} on page ${page} is nested too deep to be written`, { cause: error })
  }
}
