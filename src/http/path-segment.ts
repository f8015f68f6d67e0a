/**
 * Whether a value can stand in a path as one segment, encoded. No URL carries `.` and `..` as one, which go up the path even
 * when they are encoded (`%2e%2e`), an empty one, which vanishes, and half a surrogate pair, which has no encoding.
 */
export const isPathSegment = (value: unknown): value is string =>
  typeof value === 'string' && !/^(\.|%2e){0,2}$|\p{Surrogate}/iu.test(value)
