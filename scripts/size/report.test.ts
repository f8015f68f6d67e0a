import { expect, it } from 'vitest'
import { reportSize } from './report.ts'

const size = { minified: 30_000, compressed: 8_001, parts: [['src/large.ts', 20_000] as [string, number]] }

it('shows the numbers, and where the bytes are only when there are too many', () => {
  expect(reportSize(size, 8_001)).toBe('The client for browsers: 8,001 B min+gzip of 8,001 B (30,000 B min)')
  expect(reportSize(size, 8_000)).toBe(
    'The client for browsers: 8,001 B min+gzip of 8,000 B (30,000 B min): 1 B too many\n  20,000 B min  src/large.ts',
  )
})
