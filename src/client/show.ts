/** A value as it may stand in a message: on one line and not long. */
export function show(value: unknown): string {
  return (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 80)
}
