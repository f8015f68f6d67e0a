/** Stable, for programs to branch on; the message is for people and may change. */
export type ChatErrorCode =
  | 'api_error'
  | 'timeout'
  | 'connection_error'
  | 'invalid_response'
  | 'pagination_error'
  | 'configuration_error'

/** What an error says of the request that it is about; absent where there was none. */
export interface ChatErrorContext {
  method?: string
  url?: string
  status?: number
  requestId?: string
  attempts?: number
  cause?: unknown
}

/** What all errors of the client have in common. An abort isn't one of them: it rejects with the signal's own reason. */
export abstract class ChatError extends Error {
  abstract readonly code: ChatErrorCode
  /** The HTTP method, e.g. `GET`. */
  declare readonly method?: string
  /** Without the query, but for the page. */
  declare readonly url?: string
  /** The HTTP status, where an answer came. */
  declare readonly status?: number
  /** The server's id of the request, to be quoted to its operators. */
  declare readonly requestId?: string
  /** How many times the request was sent. */
  declare readonly attempts?: number
  /** In a walk: the page that failed; given as `startPage`, it resumes. */
  declare readonly page?: number
  /** In a walk: how many conversations were yielded before. */
  declare readonly count?: number
  /** In a walk: the id of the last conversation that was yielded. */
  declare readonly lastId?: string

  constructor(message: string, context: ChatErrorContext = {}) {
    super(message, context)
    // The cause is set by Error itself, which hides it from loops and logs.
    Object.assign(this, context)
  }

  /** For logs: without body, headers and stack; the cause as one line. */
  toJSON(): Record<string, unknown> {
    const { message, cause } = this
    return { message, ...(this as object), cause: cause && String(cause) }
  }
}
