import { ChatError } from './chat-error.ts'

/** A time limit passed: that of an attempt (`timeout`) or that of the whole call (`totalTimeout`). */
export class ChatTimeoutError extends ChatError {
  override readonly name = 'ChatTimeoutError'
  readonly code = 'timeout'
}
