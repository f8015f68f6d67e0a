import { type FieldFacts, operations, schemas } from '../../../generated/facts.ts'
import type { Conversation } from '../../../generated/types.ts'
import type { Paint, Style } from '../colour.ts'
import { keptDigits } from '../exact-numbers.ts'
import { toJson } from '../formats/to-json.ts'
import { type Column, renderTable } from './render-table.ts'
import { showTime } from './show-time.ts'

const { id, time } = operations.listConversations.list

type Row = Record<string, unknown>

/** What a field asks for, as `Claim` of the layout says it of a column. */
interface FieldClaim {
  field: string
  width: number
  partly?: boolean
}

const fields: Readonly<Record<string, FieldFacts>> = schemas.Conversation.fields

/** Shorter or clearer titles than the names of the fields. */
const titles: Record<string, string> = {
  [time]: 'created (UTC)',
  handoff_sentiment: 'sentiment',
  assignee_id: 'assignee',
  action_called: 'actions',
  total_messages: 'messages',
}

const styles: Record<string, (row: Row) => Style> = {
  [id]: () => 'dim',
  handoff: ({ handoff }) => (handoff === true ? 'yellow' : 'dim'),
}

/** The same in every row, or more than a line can show. */
const isLeftOut = (name: string) => fields[name]?.equalsParameter !== undefined || name === 'meta'

/** What the fields ask for, the most important first. A second claim is met where there is room to spare. */
const known: readonly FieldClaim[] = [
  { field: time, width: 16 },
  { field: 'status', width: 16 },
  { field: 'channel', width: 14 },
  { field: id, width: 9 },
  { field: 'summary', width: 20 },
  { field: 'total_messages', width: 8 },
  { field: 'handoff', width: 7 },
  { field: id, width: 40 },
  { field: 'summary', width: 40 },
  { field: 'handoff_sentiment', width: 12 },
  { field: 'classification', width: 24 },
  { field: 'assignee_id', width: 9 },
  { field: 'action_called', width: 7 },
  { field: 'assignee_id', width: 40 },
]

const fieldClaims: readonly FieldClaim[] = [
  ...known,
  // What the contract may get one day.
  ...Object.keys(fields).flatMap((field) =>
    known.some((claim) => claim.field === field) ? [] : [{ field, width: 16 }],
  ),
  { field: 'summary', width: 80, partly: true },
]

/** As in the contract, but the time first and the longest text last. */
const order = [...new Set([time, ...Object.keys(fields).filter((name) => name !== 'summary'), 'summary'])]

const columns = new Map(
  order.flatMap((name) => (name in fields && !isLeftOut(name) ? [[name, columnOf(name)] as const] : [])),
)

const claims = fieldClaims.flatMap(({ field, ...claim }) => {
  const column = columns.get(field)
  return column ? [{ column, ...claim }] : []
})

/** Conversations as a table for people. Whole values are in the other forms of output. */
export const renderConversations = (rows: readonly Conversation[], width: number, paint: Paint): string =>
  renderTable<Row>(rows, { columns: [...columns.values()], claims, width, paint })

function columnOf(name: string): Column<Row> {
  const style = styles[name]
  return {
    title: titles[name] ?? name,
    text: (row) => show(row[name], fields[name]?.format),
    ...(fields[name]?.type === 'integer' && { align: 'right' }),
    ...(style && { style }),
  }
}

function show(value: unknown, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const digits = keptDigits(value)
  if (digits !== undefined) return digits
  if (typeof value === 'string') return format === 'date-time' ? showTime(value) : value
  try {
    return toJson(value)
  } catch (error) {
    // Nested deeper than the engine can write: a table has no room for it anyhow.
    if (!(error instanceof RangeError)) throw error
    return '…'
  }
}
