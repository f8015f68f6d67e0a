import type { Format } from './format.ts'
import { jsonKey, readKeysOfLines } from './read-lines.ts'
import { toJson } from './to-json.ts'

/** A JSON object a line (https://github.com/ndjson/ndjson-spec). */
export const ndjson: Format = {
  open: '',
  item: (conversation) => `${toJson(conversation)}\n`,
  close: () => '',
  keyOf: jsonKey,
  readKeys: readKeysOfLines,
}
