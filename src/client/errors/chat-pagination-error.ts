import { ChatError } from './chat-error.ts'

/** The list can't be read to its end: the server repeats pages, or sends no ids. */
export class ChatPaginationError extends ChatError {
  override readonly name = 'ChatPaginationError'
  readonly code = 'pagination_error'
  declare readonly page: number
  declare readonly count: number
}
