/**
 * Exit codes of every command: it did its job, it failed or found a failure, it could not run, it was interrupted, or
 * nobody reads its output any more, for which shells show 128 and the number of SIGPIPE.
 */
export const exitCodes = { done: 0, failed: 1, couldNotRun: 2, interrupted: 130, readerGone: 141 } as const
