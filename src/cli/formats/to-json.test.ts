import { expect, it } from 'vitest'
import { toJson } from './to-json.ts'

it('escapes what acts on a terminal or ends a line, and stays the same value', () => {
  const value = { text: 'a\u001b\u009b\u007f\u2028\u202e\u2066日本👍\ud800' }
  const text = toJson(value)
  expect(text).toBe('{"text":"a\\u001b\\u009b\\u007f\\u2028\\u202e\\u2066日本👍\\ud800"}')
  expect(JSON.parse(text)).toEqual(value)
})
