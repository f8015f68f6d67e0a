/** The segments of a JSON pointer (RFC 6901). */
export const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What stands at a JSON pointer; undefined where nothing does. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  segmentsOf(pointer).reduce<unknown>(
    (inner, segment) => (inner as Record<string, unknown> | null | undefined)?.[segment],
    value,
  )
