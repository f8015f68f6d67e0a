/** Exit codes of every command: it did its job, it failed or found a failure, it could not run, it was interrupted. */
export const exitCodes = { done: 0, failed: 1, couldNotRun: 2, interrupted: 130 } as const
