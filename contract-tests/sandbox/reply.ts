import { STATUS_CODES } from 'node:http'

/** What is sent back: a JSON value, or bytes as they are. */
export interface Reply {
  status: number
  headers: Record<string, string | string[]>
  /** Sent as JSON; a reply without it and without `raw` has no body. */
  json?: unknown
  /** Sent as it is, in place of `json`. */
  raw?: string | Uint8Array
  /** How many milliseconds to wait before sending. */
  delay?: number
  /** Breaks the connection: before anything is sent, or in the middle of the body. */
  cut?: 'before' | 'within'
  /** Sends the body in pieces of so many bytes, without a length. */
  chunkSize?: number
}

/** An error in the form of the contract's `ErrorBody`. */
export function errorReply(
  status: number,
  message: string | string[],
  headers: Record<string, string> = {},
): Reply & { json: object } {
  return { status, headers, json: { statusCode: status, message, error: STATUS_CODES[status] ?? 'Error' } }
}
