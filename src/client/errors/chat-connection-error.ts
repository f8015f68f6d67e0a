import { ChatError } from './chat-error.ts'

/** No answer, or only a part of one: the server can't be reached, or the connection was lost. */
export class ChatConnectionError extends ChatError {
  override readonly name = 'ChatConnectionError'
  readonly code = 'connection_error'
}
