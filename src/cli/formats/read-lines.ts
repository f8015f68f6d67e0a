/** Splits text that comes in pieces into its lines, without the line feeds. */
export async function* readLines(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}

/** The ids of conversations that stand on a line each, as JSON, perhaps with a comma behind. */
export async function* readIdsOfLines(chunks: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of readLines(chunks)) {
    if (line.startsWith('{')) yield (JSON.parse(line.replace(/,$/, '')) as { id: string }).id
  }
}
