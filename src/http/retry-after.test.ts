import { expect, it } from 'vitest'
import { retryAfter } from './retry-after.ts'

const now = Date.parse('2026-01-01T12:00:00Z')
const read = (headers: HeadersInit) => retryAfter(new Headers(headers), now)

it.each([
  ['0', 0],
  ['7', 7000],
  ['1.5', 1500],
  [' 3 ', 3000],
  ['Thu, 01 Jan 2026 12:00:09 GMT', 9000],
  ['Thursday, 01-Jan-26 12:00:09 GMT', 9000],
  ['Thu, 01 Jan 2026 11:59:00 GMT', 0],
])('reads %j as %i ms', (value, expected) => {
  expect(read({ 'retry-after': value })).toBe(expected)
})

it.each(['', 'soon', 'foo 9999', '-5', '1e3', '0x10', 'NaN', '2026-01-01T12:00:09Z', 'Thursday', 'Thu: never'])(
  'takes %j for no wish',
  (value) => {
    expect(read({ 'retry-after': value })).toBeUndefined()
  },
)

it('has nothing to read without the header', () => {
  expect(read({})).toBeUndefined()
})

it('reads a date by the server’s clock', () => {
  const headers = { 'retry-after': 'Fri, 01 Jan 2021 00:00:04 GMT', date: 'Fri, 01 Jan 2021 00:00:00 GMT' }
  expect(read(headers)).toBe(4000)
})

it('prefers milliseconds', () => {
  expect(read({ 'retry-after': '7', 'retry-after-ms': '250' })).toBe(250)
  expect(read({ 'retry-after': '7', 'retry-after-ms': 'x' })).toBe(7000)
})
