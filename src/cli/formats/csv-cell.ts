import { escapeInJson, toJson } from './to-json.ts'

/** What begins a formula, also in the full-width forms that some spreadsheets take. */
const sign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]'

/** What a spreadsheet passes over before it sees the sign. */
const passed = '[\\s"\']{0,64}'

/**
 * Where a cell begins, and what becomes a cell of its own when a file with commas is opened where semicolons or tabs are
 * usual, since quotes don't hold there.
 */
const formula = new RegExp(`(^|[;\\t\\r\\n])(?=${passed}${sign})|^(?=[\\t\\r])`, 'g')
const formulaInJson = new RegExp(`(;${passed})(${sign})`, 'g')

/** A cell as RFC 4180 wants it, which no spreadsheet takes for a formula. Absent and null are empty, objects are JSON. */
export function csvCell(value: unknown): string {
  const text = cellText(value)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a reader of CSV finds in the cell: text with an apostrophe where it could begin a formula, numbers as they are. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.replace(formula, "$1'")
  // In JSON an escape does the same, and the value stays what it is.
  return toJson(value).replace(
    formulaInJson,
    (_, before: string, character: string) => before + escapeInJson(character),
  )
}
