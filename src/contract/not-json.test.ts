import { expect, it } from 'vitest'
import { describeNotJson } from './not-json.ts'

const list = '[{"id":"c1","summary":"[Jane] said: \'None\', \\"NaN\\",]"},{"id":"c2","meta":{"a":[1]}}]'

it.each([
  ['', 'nothing'],
  [' \n', 'nothing'],
  [`callback(${list});`, 'JSON in the call of a function'],
  ['{"id":"c1"}\n{"id":"c2"}\n', 'a JSON text on each line'],
  ['{"id":"c1"}\r\n\r\n{"id":"c2"}', 'a JSON text on each line'],
  [`\u00a0${list}`, "JSON but for spaces around it that it doesn't have"],
  [`Warning: undefined index [id] in {closure}\n${list}`, 'JSON but for text before it'],
  [`<br />\n<b>Notice</b>: Undefined variable\n${list}`, 'JSON but for text before it'],
  [`)]}',\n${list}`, 'JSON but for text before it'],
  [`${list}\nDone in 12 ms`, 'JSON but for text behind it'],
  [`${list}<script src="/reload.js"></script>`, 'JSON but for text behind it'],
  ["[{'id':'c1'}]", 'JSON but for strings in single quotes'],
  [
    "[{'id': 'c1', 'handoff': True, 'summary': None}]",
    "JSON but for strings in single quotes, and values that it doesn't have, such as NaN",
  ],
  ['[{"action_called":-Infinity}]', "JSON but for values that it doesn't have, such as NaN"],
  [list.replace(/]$/, ',\n]'), 'JSON but for a comma behind a last value'],
  ['[{"summary":"two\nlines"}]', 'JSON but for control characters that are not escaped'],
  ['[{"summary":"Jane\\\'s, \\x41"}]', "JSON but for escapes that it doesn't have"],
  ['<!doctype html><title>Sign in</title>', 'markup'],
  [list.slice(0, 30), 'JSON that ends too early'],
  [list.slice(0, -1), 'JSON that ends too early'],
  ['{"data":[{"id":"c1"}]', 'JSON that ends too early'],
  [`[{"summary":"${'\\"a'.repeat(200_000)}`, 'JSON that ends too early'],
  ['Jane is not here', 'a text that is not JSON'],
  ['[{id:"c1"}]', 'a text that is not JSON'],
])('%j', (text, words) => {
  expect(describeNotJson(text)).toBe(words)
})
