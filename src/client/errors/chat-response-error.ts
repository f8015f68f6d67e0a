import type { Violation } from '../../../generated/validators.ts'
import { ChatError, type ChatErrorContext } from './chat-error.ts'

/** The answer was a success by its status, but its body is too large, isn't JSON, or breaks the contract. */
export class ChatResponseError extends ChatError {
  override readonly name = 'ChatResponseError'
  readonly code = 'invalid_response'
  /** The first ten rules that were broken, and where; never the values. Empty where the body couldn't be read. */
  readonly violations: readonly Violation[]

  constructor(
    message: string,
    { violations = [], ...context }: ChatErrorContext & { violations?: readonly Violation[] },
  ) {
    super(message, context)
    this.violations = violations
  }
}
