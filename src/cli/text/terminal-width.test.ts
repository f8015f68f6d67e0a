import { afterEach, expect, it, vi } from 'vitest'
import { terminalWidth } from './terminal-width.ts'

afterEach(() => vi.unstubAllEnvs())

it.each([
  [{ isTTY: true, columns: 100 }, '80', 100],
  [{ isTTY: true, columns: 0 }, '80', 80],
  [{}, '80', 80],
  [{}, '', Number.POSITIVE_INFINITY],
  [{}, 'wide', Number.POSITIVE_INFINITY],
  [{}, '-3', Number.POSITIVE_INFINITY],
])('of %j with COLUMNS=%s is %d', (stream, columns, width) => {
  vi.stubEnv('COLUMNS', columns)
  expect(terminalWidth(stream)).toBe(width)
})
