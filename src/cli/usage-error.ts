/** Something on the command line or in the environment can't be used as it is. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
