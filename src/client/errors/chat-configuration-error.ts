import { ChatError } from './chat-error.ts'

/** An option, a parameter or the token can't be used; nothing was sent. */
export class ChatConfigurationError extends ChatError {
  override readonly name = 'ChatConfigurationError'
  readonly code = 'configuration_error'
}
