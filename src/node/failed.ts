/** An error as that of the global `fetch`: `fetch failed` before the headers, `terminated` after them, and what happened in its cause. */
export function failed(message: 'fetch failed' | 'terminated', cause: Error): TypeError {
  // Where a server breaks the protocol, undici quotes what came, which may be somebody's words.
  if ('data' in cause) delete cause.data
  return new TypeError(message, { cause })
}
