import { expect, it } from 'vitest'
import { countOf, durationOf, progressLine, sizeOf } from './words.ts'

it.each([
  [0, '0 conversations'],
  [1, '1 conversation'],
  [1234567, '1,234,567 conversations'],
])('counts %i', (count, words) => expect(countOf(count)).toBe(words))

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [4_512_345, '4.5 MB'],
  [250_000_000, '250 MB'],
  [3e15, '3000 TB'],
])('measures %i bytes', (bytes, words) => expect(sizeOf(bytes)).toBe(words))

it.each([
  [0, '0.0 s'],
  [1_234, '1.2 s'],
  [59_400, '59 s'],
  [59_900, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [7_260_000, '2 h 1 min'],
])('tells %i ms', (milliseconds, words) => expect(durationOf(milliseconds)).toBe(words))

it('tells how far an export is, and how fast it goes in this run', () => {
  const progress = { page: 1200, count: 12_000, bytes: 1 }
  expect(progressLine(progress, 10_000, 4_000)).toBe('12,000 conversations, 500/s, page 1,200')
  expect(progressLine(progress, 12_000, 0)).toBe('12,000 conversations, 0/s, page 1,200')
})
