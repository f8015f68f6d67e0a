import type { Conversation } from '../../../generated/types.ts'
import { notTooDeep } from '../too-deep.ts'
import type { Format } from './format.ts'

/** A conversation in a form. */
export const writeItem = (format: Format, conversation: Conversation, isFirst: boolean, page: number): string =>
  notTooDeep(conversation, page, () => format.item(conversation, isFirst))
