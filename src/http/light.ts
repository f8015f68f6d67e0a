/** What a Response of `nodeFetch` has beside what every Response has: the client reads through this, since it costs less. */
export interface Light {
  /** The body, until it ends or has gone over `limit` bytes, or the signal aborts. To be called once. */
  read(limit: number, signal: AbortSignal): Promise<Uint8Array>
  /** The text of bytes in UTF-8, without a byte order mark. Throws where they are something else. */
  decode(bytes: Uint8Array): string
}

// The same in every copy of this module: a bundler may make several.
export const light = Symbol.for('opencopilot-chat.light')

/** Nothing where a response is of another `fetch`, or its body was asked for in another way. */
export const lightOf = (response: Response) => (response as { [light]?: Light | undefined })[light]
