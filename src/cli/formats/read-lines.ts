import { keepNumbers } from '../exact-numbers.ts'
import { toJson } from './to-json.ts'

/** Splits text that comes in pieces into its lines, without the line feeds. */
async function* readLines(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}

/** An id as JSON: the number 1 isn't the text "1". */
export const jsonKey = (id: unknown): string | undefined => (id == null ? undefined : toJson(id))

/** The ids of conversations that stand on a line each, as JSON, perhaps with a comma behind. */
export async function* readKeysOfLines(chunks: AsyncIterable<string>): AsyncIterable<string | undefined> {
  for await (const line of readLines(chunks)) {
    if (line.startsWith('{')) yield jsonKey((JSON.parse(keepNumbers(line.replace(/,$/, ''))) as { id?: unknown }).id)
  }
}
