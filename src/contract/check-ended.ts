/**
 * The check came to one of its bounds: requests, time, size, or a server that answers no more. Nothing more is sent,
 * and a clause that needs more is not exercised. The message says why, in words for a report.
 */
export class CheckEndedError extends Error {
  override readonly name = 'CheckEndedError'
}
