import { ChatError } from './chat-error.ts'

/** The pages can't be walked to the end: the server repeats itself. */
export class ChatPaginationError extends ChatError {
  override readonly name = 'ChatPaginationError'
  readonly code = 'pagination_error'
  declare readonly page: number
  declare readonly count: number
}
