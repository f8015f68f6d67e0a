/** A value as it may stand in a message: on one line and not long. */
export function show(value: unknown): string {
  return clip(typeof value === 'string' ? JSON.stringify(value) : String(value), 80)
}

export const clip = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text)
