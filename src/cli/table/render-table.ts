import { toOneLine } from '../../text/clean-text.ts'
import type { Paint, Style } from '../colour.ts'
import { cut, padTo, widthOf } from '../text/fit.ts'
import { type Claim, gap, layout } from './layout.ts'

/** One column of a table. */
export interface Column<Row> {
  title: string
  /** Default: left. Numbers go to the right. */
  align?: 'left' | 'right'
  /** The cell's text; what is in it may come from anywhere. */
  text: (row: Row) => string
  style?: (row: Row) => Style | undefined
}

export interface TableOptions<Row> {
  /** In the order in which they stand. */
  columns: readonly Column<Row>[]
  /** What the columns ask for, the most important first. A column whose claims can't be met isn't there. */
  claims: readonly Claim<Column<Row>>[]
  /** How wide a line may be; `Infinity` where nothing limits it. */
  width: number
  paint: Paint
}

/** Far more than a cell is wide: what comes after it takes time and memory to be measured, and is never shown. */
const longest = 2_000

/** A table of one line a row. No line is wider than asked for, and nothing from a row can act on the terminal. */
export function renderTable<Row>(rows: readonly Row[], { columns, claims, width, paint }: TableOptions<Row>): string {
  const cells = new Map(
    columns.map((column) => [column, rows.map((row) => toOneLine(column.text(row).slice(0, longest)))]),
  )
  const natural = (column: Column<Row>) =>
    [column.title, ...(cells.get(column) ?? [])].reduce((width, text) => Math.max(width, widthOf(text)), 0)
  const widths = layout(claims, natural, width)
  const shown = columns.filter((column) => widths.has(column))

  const line = (textOf: (column: Column<Row>) => string, styleOf: (column: Column<Row>) => Style | undefined) => {
    const parts = shown.map((column, index) => {
      const cellWidth = widths.get(column) ?? 0
      const isOpen = index === shown.length - 1 && column.align !== 'right'
      const text = isOpen ? cut(textOf(column), cellWidth) : padTo(textOf(column), cellWidth, column.align)
      const style = styleOf(column)
      return style && text.trim() ? paint(style, text) : text
    })
    return `${parts.join(' '.repeat(gap)).trimEnd()}\n`
  }
  const header = line(
    ({ title }) => title,
    () => 'bold',
  )
  const lines = rows.map((row, index) =>
    line(
      (column) => cells.get(column)?.[index] ?? '',
      (column) => column.style?.(row),
    ),
  )
  return header + lines.join('')
}
