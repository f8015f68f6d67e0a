import { expect, it } from 'vitest'
import { readExports } from './exports.ts'

it('reads the lines that set something, bare or quoted', () => {
  const text = `The sandbox serves 57 conversations
export OPENCOPILOT_BASE_URL=http://127.0.0.1:4020
  export OPENCOPILOT_TOKEN='a b'
export OTHER="c"\r
curl "$OPENCOPILOT_BASE_URL"`
  expect(Object.fromEntries(readExports(text))).toEqual({
    OPENCOPILOT_BASE_URL: 'http://127.0.0.1:4020',
    OPENCOPILOT_TOKEN: 'a b',
    OTHER: 'c',
  })
})

it('finds nothing in other words', () => {
  expect(readExports('a-token').size).toBe(0)
})
