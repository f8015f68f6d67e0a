/** The check could not run, so it has no verdict: the server can't be reached, the token is refused, an option is wrong. */
export class CouldNotRunError extends Error {
  override readonly name = 'CouldNotRunError'
}
