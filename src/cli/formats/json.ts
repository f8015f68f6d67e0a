import type { Format } from './format.ts'
import { jsonKey, readKeysOfLines } from './read-lines.ts'
import { toJson } from './to-json.ts'

/** One JSON array, with a conversation a line. */
export const json: Format = {
  open: '[',
  item: (conversation, isFirst) => `${isFirst ? '' : ','}\n${toJson(conversation)}`,
  close: (count) => (count > 0 ? '\n]\n' : ']\n'),
  keyOf: jsonKey,
  readKeys: readKeysOfLines,
}

/** A JSON object a line (https://github.com/ndjson/ndjson-spec). */
export const ndjson: Format = {
  open: '',
  item: (conversation) => `${toJson(conversation)}\n`,
  close: () => '',
  keyOf: jsonKey,
  readKeys: readKeysOfLines,
}
