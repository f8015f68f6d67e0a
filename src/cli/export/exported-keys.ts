import { createReadStream } from 'node:fs'
import { byteOrderMark } from '../formats/csv.ts'
import type { Format } from '../formats/format.ts'
import { UsageError } from '../usage-error.ts'
import type { Progress } from './export-state.ts'

/**
 * The keys of the ids that an unfinished file holds, by its format. They alone tell for sure what needn't be written
 * again, whatever arrived or went since. Refuses a file that isn't as it was left.
 */
export async function readExportedKeys(
  path: string,
  { bytes, count }: Pick<Progress, 'bytes' | 'count'>,
  format: Format,
): Promise<Set<string>> {
  const keys = new Set<string>()
  let found = 0
  try {
    if (bytes > 0) {
      const chunks = createReadStream(path, { encoding: 'utf8', end: bytes - 1 })
      for await (const key of format.readKeys(withoutMark(chunks))) {
        found += 1
        if (key) keys.add(key)
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    found = -1
  }
  if (found === count) return keys
  throw new UsageError(`${path} was changed since it was left. Start over with --force`)
}

async function* withoutMark(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let isFirst = true
  for await (const chunk of chunks) {
    yield isFirst && chunk.startsWith(byteOrderMark) ? chunk.slice(1) : chunk
    isFirst = false
  }
}
