/**
 * The formats that validators know, as plain regular expressions: ajv-formats would be an import, and several times slower.
 * A date-time is that of RFC 3339: a full date, `T`, a full time, and `Z` or an offset.
 */
export const formats: Record<string, RegExp> = {
  'date-time':
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
}
