import type { Conversation } from '../../../generated/types.ts'
import { toOneLine } from '../../text/clean-text.ts'
import type { Format } from './format.ts'

/** A conversation in a form. One that is nested deeper than JSON can be written is named by its page and id. */
export function writeItem(format: Format, conversation: Conversation, isFirst: boolean, page: number): string {
  try {
    return format.item(conversation, isFirst)
  } catch (error) {
    // The stack overflows on values that are nested too deep.
    if (!(error instanceof RangeError)) throw error
    const id = toOneLine(String(conversation.id)).slice(0, 80)
    throw new Error(`the conversation ${id} on page ${page} is nested too deep to be written`, { cause: error })
  }
}
