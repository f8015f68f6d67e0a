import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

test('lets so many through in a second, and says how long the others wait', () => {
  const wait = createRateLimit(2)
  expect([wait(0), wait(400), wait(700), wait(999)]).toEqual([0, 0, 300, 1])
  expect([wait(1_000), wait(1_001), wait(1_002)]).toEqual([0, 0, 998])
})
