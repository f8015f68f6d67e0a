import { operations, schemas } from '../../../generated/facts.ts'
import { cellText, csvCell } from './csv-cell.ts'
import type { Format } from './format.ts'
import { readCsvColumn } from './read-csv.ts'

const fields = Object.keys(schemas.Conversation.fields)
const listed = new Set(fields)

/** The last column: a JSON object of the fields that the contract doesn't list, empty where there are none. */
const others = 'other_fields'

/** CSV as in RFC 4180, with a header of the contract's fields; each row has as many cells. */
export const csv: Format = {
  open: row([...fields, others]),
  item: (one) => {
    const values: Record<string, unknown> = one
    const rest = Object.entries(values).filter(([name]) => !listed.has(name))
    return row([...fields.map((name) => values[name]), rest.length > 0 ? Object.fromEntries(rest) : undefined])
  },
  close: () => '',
  keyOf: (id) => cellText(id) || undefined,
  readKeys: (chunks) => readCsvColumn(chunks, operations.listConversations.list.id),
}

/** Excel takes a CSV file for UTF-8 only if it begins with this. */
export const byteOrderMark = '\ufeff'

function row(values: unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
