/** A Markdown table. The first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The same rows with the least value of a column in bold, wherever it stands. */
export function boldLeast<Row>(
  rows: readonly Row[],
  value: (row: Row) => number,
  show: (row: Row) => string,
): string[] {
  const least = Math.min(...rows.map(value))
  return rows.map((row) => (value(row) === least ? `**${show(row)}**` : show(row)))
}
