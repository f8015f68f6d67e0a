import { ChatError, type ChatErrorContext } from './chat-error.ts'

/** The server answered with a status that isn't a success; a redirect counts, since none is followed. */
export class ChatApiError extends ChatError {
  override readonly name = 'ChatApiError'
  readonly code = 'api_error'
  /** The HTTP status; 0 where a browser hides that of a redirect. */
  declare readonly status: number
  readonly #body: unknown
  readonly #headers: Headers

  constructor(message: string, context: ChatErrorContext & { status: number }, body: unknown, headers: Headers) {
    super(message, context)
    this.#body = body
    this.#headers = headers
  }

  /** The body as parsed JSON, or as text, of which the first 64 KiB are kept. Not part of logs: it may hold personal data. */
  get body(): unknown {
    return this.#body
  }

  /** The response's headers. Not part of logs. */
  get headers(): Headers {
    return this.#headers
  }
}
