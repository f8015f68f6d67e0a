import { escapeInJson } from '../../text/clean-text.ts'
import { keptDigits } from '../exact-numbers.ts'
import { toJson } from './to-json.ts'

/** What begins a formula, also in the full-width forms that some spreadsheets take. */
const sign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]'

/** What a spreadsheet passes over before it sees the sign. */
const passed = '[\\s"\']{0,64}'

/** A cell that begins a formula, or might once white space is cut off. */
const atStart = new RegExp(`^(?=${passed}${sign}|[\\t\\r])`)

/**
 * What becomes a cell of its own when a file with commas is opened where semicolons or tabs are usual: quotes don't hold
 * there.
 */
const within = new RegExp(`(\\r\\n|[;\\t\\r\\n])(?=${passed}${sign})`, 'g')
const halves = /\p{Surrogate}/gu
const withinJson = new RegExp(`(;${passed})(${sign})`, 'g')

/** A cell as RFC 4180 wants it, which no spreadsheet takes for a formula. Absent and null are empty, objects are JSON. */
export function csvCell(value: unknown): string {
  const text = cellText(value)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a reader of CSV finds in the cell: text with an apostrophe where it could begin a formula, numbers as they are. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  const digits = keptDigits(value)
  if (digits !== undefined) return digits
  // UTF-8 can't hold half of a surrogate pair. As in JSON it is written as an escape, so that no two texts become one.
  if (typeof value === 'string') return value.replace(halves, escapeInJson).replace(within, "$1'").replace(atStart, "'")
  // In JSON an escape does the same, and the value stays what it is.
  return toJson(value).replace(withinJson, (_, before: string, character: string) => before + escapeInJson(character))
}
