import { ChatError, type ChatErrorContext } from './chat-error.ts'

/** One rule that a value breaks. It names the place and what should be there, never what is. */
export interface Violation {
  /** JSON pointer into the value that was checked, e.g. `/3/created_at`. */
  instancePath: string
  /** What should be there, in words, e.g. `a whole number from 1 to 100`. */
  expected: string
}

/** The answer was a success by its status, but its body is too large, isn't JSON, or breaks the contract. */
export class ChatResponseError extends ChatError {
  override readonly name = 'ChatResponseError'
  readonly code = 'invalid_response'
  /** Each rule that was broken, where it was broken first; never the values. Empty where the body couldn't be read. */
  declare readonly violations: readonly Violation[]

  constructor(message: string, context: ChatErrorContext & { violations?: readonly Violation[] }) {
    super(message, { violations: [], ...context } as ChatErrorContext)
  }
}
