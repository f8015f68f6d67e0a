import type { ListConversationsQuery } from '../../generated/types.ts'
import type { Token } from './bearer-token.ts'
import type { ChatResponseError } from './errors/chat-response-error.ts'
import type { RetryOptions } from './retry-delay.ts'
import type { Retry } from './send.ts'

/** How a client is set up. Whatever can't be used is refused with a ChatConfigurationError. */
export interface ChatClientOptions {
  /** The bearer token, or a function that gives it (or a promise of it), called before each attempt. Required; never part of a message. */
  token: Token
  /** Where the API is; a path is kept. Plain http is refused beyond loopback. Default, also for '': the server of the contract. */
  baseUrl?: string | URL | undefined
  /** What sends the requests, called with a URL and an init. Default: the global `fetch`, looked up at each call. */
  fetch?: typeof fetch | undefined
  /** Sent with each request. `authorization` is refused: that is what `token` is for. Default: none. */
  // Node's own types have no global HeadersInit.
  headers?: ConstructorParameters<typeof Headers>[0]
  /** The time limit of one attempt, its body included, in milliseconds. Default 30,000. */
  timeout?: number | undefined
  /** The time limit of a call with all its attempts and waits (in a walk: of each page, without what it waits for others), in milliseconds. Default: none. */
  totalTimeout?: number | undefined
  /** When and how often to try again on 408, 429, 500, 502, 503, 504, time limits and lost connections; `false` means once. Default: 4 attempts. */
  retry?: false | RetryOptions | undefined
  /** Called before the wait for another attempt. What it throws ends the call. */
  onRetry?: ((retry: Retry) => void) | undefined
  /**
   * What happens to an answer that breaks the contract: 'report' calls `onInvalid` and passes the answer on as it came,
   * 'throw' rejects, 'off' passes it on unchecked. What isn't a JSON array of objects is an error in any case. Default 'report'.
   */
  validate?: 'throw' | 'report' | 'off' | undefined
  /**
   * Called with `validate: 'report'`, once for each answer that breaks the contract; the error names places and rules, never
   * values. Default: one warning on the console for each rule at each place of a conversation, as long as the client lives.
   */
  onInvalid?: ((error: ChatResponseError) => void) | undefined
  /** The largest body that is read, in bytes after decompression. Default 64 MiB. */
  maxBodyBytes?: number | undefined
  /** Allows plain http beyond loopback, where everybody on the way can read the token. Default false. */
  allowInsecureHttp?: boolean | undefined
}

type Loosely<T> = { [K in keyof T]?: T[K] | undefined }

/** Which page to list, and how. What is left out is left to the server, whose defaults are the contract's. */
export type ListOptions = Loosely<ListConversationsQuery> & {
  /** Stops the call at once; it rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** How to walk through all pages. */
export type WalkOptions = Omit<ListOptions, 'page'> & {
  /** The page to begin with, e.g. the `page` of the error that ended an earlier walk. Default: the first. */
  startPage?: number | undefined
  /**
   * How many pages are asked for at the same time, at most. Used where conversations arrive at the end, by `created_at`
   * ascending; in any other order pages are asked for one by one, since arrivals could slip between two that are read
   * out of order. Default 4; 1 turns it off.
   */
  concurrency?: number | undefined
}
