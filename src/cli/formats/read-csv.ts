/** The cells of one column, by its name in the header. Reads what `csv` writes, in pieces. */
export async function* readCsvColumn(chunks: AsyncIterable<string>, name: string): AsyncIterable<string> {
  let column = -1
  for await (const cells of readRows(chunks)) {
    if (column < 0) column = cells.indexOf(name)
    else yield cells[column] ?? ''
  }
}

async function* readRows(chunks: AsyncIterable<string>): AsyncIterable<string[]> {
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  for await (const chunk of chunks) {
    // Quotes toggle; a doubled one toggles twice, and its second half is a character of the cell.
    for (const part of chunk.split(/([",\r\n])/)) {
      if (part === '"') {
        isQuoted = !isQuoted
        cell += '"'
      } else if (part === ',' && !isQuoted) {
        cells.push(unquote(cell))
        cell = ''
      } else if (part === '\n' && !isQuoted) {
        yield [...cells, unquote(cell)]
        cells = []
        cell = ''
      } else if (part !== '\r' || isQuoted) cell += part
    }
  }
}

const unquote = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
