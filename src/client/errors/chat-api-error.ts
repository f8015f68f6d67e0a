import { ChatError, type ChatErrorContext } from './chat-error.ts'

/** The server answered with a status that isn't a success. A redirect counts, since none is followed. */
export class ChatApiError extends ChatError {
  override readonly name = 'ChatApiError'
  readonly code = 'api_error'
  /** The HTTP status; 0 where a browser hides that of a redirect. */
  declare readonly status: number
  /** The body as parsed JSON, or the beginning of it as text. It may hold personal data, so no log shows it by itself. */
  declare readonly body: unknown
  /** The headers of the response. No log shows them by itself. */
  declare readonly headers: Headers

  constructor(
    message: string,
    { body, headers, ...context }: ChatErrorContext & { body?: unknown; headers?: Headers },
  ) {
    super(message, context)
    // What isn't enumerable, loggers leave out.
    Object.defineProperties(this, { body: { value: body }, headers: { value: new Headers(headers) } })
  }
}
