import { expect, it } from 'vitest'
import { retryAfter } from './retry-after.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

it.each([
  ['0', 0],
  ['3', 3000],
  ['1.5', 1500],
  ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
])('reads %j as %s ms', (value, milliseconds) => {
  expect(retryAfter(new Headers({ 'Retry-After': value }), now)).toBe(milliseconds)
})

it('has nothing to read without the header', () => {
  expect(retryAfter(new Headers(), now)).toBeUndefined()
})
