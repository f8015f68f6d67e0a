import type { Format } from './format.ts'
import { readIdsOfLines } from './read-lines.ts'
import { toJson } from './to-json.ts'

/** A JSON object a line (https://github.com/ndjson/ndjson-spec). */
export const ndjson: Format = {
  open: '',
  item: (conversation) => `${toJson(conversation)}\n`,
  close: () => '',
  writtenId: (id) => id,
  readIds: readIdsOfLines,
}
