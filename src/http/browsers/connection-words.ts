/** In place of ../connection-words.ts where browsers load it: they say no more than that a request failed. */
export function connectionWords(_error: unknown): string | undefined {
  return undefined
}
