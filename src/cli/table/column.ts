import type { Style } from '../colour.ts'

/** One column of a table. */
export interface Column<Row> {
  title: string
  /** Numbers stand right. Default left. */
  align?: 'left' | 'right'
  /** The cell's text; what is in it may come from anywhere. */
  text: (row: Row) => string
  style?: (row: Row) => Style | undefined
}
