import { randomUUID } from 'node:crypto'

/** What stands before the digits of a number that is kept as text. No server knows it, so none can imitate it. */
const mark = `${randomUUID()}:`

/** What may be more than a double holds: many digits, or a large exponent. */
const long = /[\d.]{16}|[eE][+-]?\d{3}/

/** The parts of JSON that tell numbers from the digits in strings. */
const parts = /\\.|"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g

const quoted = new RegExp(`"${mark}([-+.\\deE]+)"`, 'g')

let isUsed = false

/**
 * JSON in which the numbers that `JSON.parse` would change have become strings with their digits: whole ones beyond 2^53,
 * those with more digits than a double has, and those beyond its range. The rest stays as it is, byte for byte.
 */
export function keepNumbers(json: string): string {
  if (!long.test(json)) return json
  let isString = false
  return json.replace(parts, (part) => {
    if (part === '"') isString = !isString
    if (isString || !long.test(part) || String(Number(part)) === part) return part
    isUsed = true
    return `"${mark}${part}"`
  })
}

/** The digits of a number that was kept; undefined for any other value. */
export const keptDigits = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined

/** JSON with the numbers as they came. */
export const restoreNumbers = (json: string): string => (json.includes(mark) ? json.replace(quoted, '$1') : json)

/** The value as `JSON.parse` alone would have given it; what is nested deeper than any contract looks stays as it is. */
export const withPlainNumbers = <T>(value: T): T => (isUsed ? (plain(value, 50) as T) : value)

function plain(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) {
    const digits = keptDigits(value)
    return digits === undefined ? value : Number(digits)
  }
  if (Array.isArray(value)) return value.map((member) => plain(member, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member, depth - 1)]))
}
