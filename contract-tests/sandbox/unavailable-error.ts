/** Storage can't serve a request now, and may a moment later. */
export class UnavailableError extends Error {
  override name = 'UnavailableError'
}
