/** Fails when the client for browsers, everything included, is over its budget. */
import { measureSize } from './size/measure.ts'
import { reportSize } from './size/report.ts'

const budget = 9_900

try {
  const size = await measureSize('dist/src/index.js')
  const isOver = size.compressed > budget
  console[isOver ? 'error' : 'log'](reportSize(size, budget))
  if (isOver) process.exitCode = 1
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 2
}
