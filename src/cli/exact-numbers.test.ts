import { expect, it } from 'vitest'
import { keepNumbers, keptDigits, restoreNumbers, withPlainNumbers } from './exact-numbers.ts'

const roundTrip = (json: string) => restoreNumbers(JSON.stringify(JSON.parse(keepNumbers(json))))

it.each([
  '12345678901234567890',
  '-9007199254740993',
  '0.12345678901234567890123',
  '1e400',
  '-1.5E-4000',
  `1${'0'.repeat(400)}`,
])('keeps %s digit by digit', (number) => {
  const json = `{"a":[${number},1],"b":{"c":${number}}}`
  expect(roundTrip(json)).toBe(json)
  expect(keptDigits(JSON.parse(keepNumbers(`[${number}]`))[0])).toBe(number)
})

it.each([
  '[9007199254740992,0.1,1,2.5,1e5,-0.000001]',
  '{"id":"12345678901234567890","text":"he said \\"1e999, 12345678901234567890\\"","path":"C:\\\\","n":1}',
  '[1234567.123456789, 1e99]',
  '',
  '<html>12345678901234567890',
])('leaves %s alone where a double holds its numbers', (json) => {
  const kept = keepNumbers(json)
  if (!json.startsWith('<')) expect(kept).toBe(json)
  expect(restoreNumbers(kept)).toBe(json)
})

it('reads a string of many millions of characters', () => {
  const json = `{"a":"${'\\n'.repeat(5_000_000)}","b":12345678901234567890}`
  expect(restoreNumbers(keepNumbers(json))).toBe(json)
})

it('gives the numbers that JSON.parse gives', () => {
  const json = '{"a":12345678901234567890,"b":{"c":1e400}}'
  expect(withPlainNumbers(JSON.parse(keepNumbers(json)))).toEqual({ a: 12345678901234567000, b: { c: Infinity } })
})

it('gives them beside what is nested too deep to be written', () => {
  const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const json = `{"a":12345678901234567890,"b":${nested},"__proto__":{"c":1}}`
  const value = withPlainNumbers(JSON.parse(keepNumbers(json)))
  expect([value.a, Array.isArray(value.b), Object.keys(value)]).toEqual([
    12345678901234567000,
    true,
    ['a', 'b', '__proto__'],
  ])
})

it('tells text from numbers', () => {
  expect(keptDigits('12345678901234567890')).toBeUndefined()
  expect(keptDigits(5)).toBeUndefined()
})
