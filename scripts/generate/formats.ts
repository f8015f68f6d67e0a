/**
 * The formats that are checked, as plain regular expressions: ajv-formats would be an import where a validator runs, and
 * several times slower. A contract with another format is refused, since it would go unchecked.
 */
export const formats: Record<string, RegExp> = {
  /** An Internet date-time of RFC 3339: a full date, `T`, a full time, and `Z` or an offset. */
  'date-time':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])t([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  /** Not all that RFC 5321 allows can be told by an expression; this tells an address from other texts. */
  email: /^[^\s@]+@[^\s@]+$/,
  /** A scheme and something after it. */
  uri: /^[a-z][a-z\d+.-]*:[^\s]+$/i,
}

/** Formats of numbers: they say how large a number a server keeps, which JSON has no bounds for, and aren't checked. */
export const numericFormats = ['int32', 'int64', 'float', 'double']
