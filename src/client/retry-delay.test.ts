import { afterEach, describe, expect, it, vi } from 'vitest'
import { backoff, retryAfter } from './retry-delay.ts'

afterEach(() => void vi.restoreAllMocks())

describe('backoff', () => {
  /** The wait when the dice show `random`. */
  const delay = (attempt: number, random: number) => {
    vi.spyOn(Math, 'random').mockReturnValue(random)
    return backoff(attempt, { baseDelay: 200, maxDelay: 1000 })
  }

  it('doubles with each attempt, up to the longest', () => {
    expect([1, 2, 3, 4, 5, 60].map((attempt) => delay(attempt, 1))).toEqual([200, 400, 800, 1000, 1000, 1000])
  })

  it('spreads over the whole wait', () => {
    expect([0, 0.25, 0.75].map((random) => delay(2, random))).toEqual([0, 100, 300])
  })
})

describe('retryAfter', () => {
  const now = Date.parse('2026-01-01T12:00:00Z')
  const read = (headers: HeadersInit) => retryAfter(new Headers(headers), now)

  it.each([
    ['0', 0],
    ['7', 7000],
    ['1.5', 1500],
    ['Thu, 01 Jan 2026 12:00:09 GMT', 9000],
    ['Thursday, 01-Jan-26 12:00:09 GMT', 9000],
  ])('reads %j as %i ms', (value, expected) => {
    expect(read({ 'retry-after': value })).toBe(expected)
  })

  it.each([
    '',
    'soon',
    'foo 9999',
    '-5',
    '1e3',
    '0x10',
    'NaN',
    '2026-01-01T12:00:09Z',
    'Thursday',
    'Thu, 01 Jan 2026 11:59:00 GMT',
  ])('takes %j for no wish', (value) => {
    expect(read({ 'retry-after': value })).toBe(0)
  })

  it('reads a date by the server’s clock', () => {
    const headers = { 'retry-after': 'Fri, 01 Jan 2021 00:00:04 GMT', date: 'Fri, 01 Jan 2021 00:00:00 GMT' }
    expect(read(headers)).toBe(4000)
  })

  it('prefers milliseconds', () => {
    expect(read({ 'retry-after': '7', 'retry-after-ms': '250' })).toBe(250)
    expect(read({ 'retry-after': '7', 'retry-after-ms': 'x' })).toBe(7000)
  })
})
