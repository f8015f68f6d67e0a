import { expect, test } from 'vitest'
import { bearerToken, makeToken, sameToken } from './tokens.ts'

test('a token has the form of a JWT, and belongs to its organization and seed', () => {
  const token = makeToken('one', '1')
  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  expect(makeToken('one', '1')).toBe(token)
  expect(makeToken('two', '1')).not.toBe(token)
  expect(makeToken('one', '2')).not.toBe(token)
})

test.for([
  ['Bearer abc', 'abc'],
  ['bearer  abc', 'abc'],
  ['Bearer', undefined],
  ['Bearer ', undefined],
  ['Bearer a b', undefined],
  ['Basic abc', undefined],
  ['abc', undefined],
  [undefined, undefined],
])('the token of %j is %j', ([header, token]) => {
  expect(bearerToken(header)).toBe(token)
})

test('tokens of different lengths are different', () => {
  expect(sameToken('abc', 'abc')).toBe(true)
  expect(sameToken('abc', 'abcd')).toBe(false)
  expect(sameToken('', 'a')).toBe(false)
})
