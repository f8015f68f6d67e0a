import { expect, it } from 'vitest'
import { showTime } from './show-time.ts'

it.each([
  ['2024-06-03T11:57:48.000Z', '2024-06-03 11:57'],
  ['2023-08-20T08:15:21.000000Z', '2023-08-20 08:15'],
  ['2024-06-03T01:30:00+02:00', '2024-06-02 23:30'],
  ['some day', 'some day'],
])('shows %s as %s', (text, shown) => {
  expect(showTime(text)).toBe(shown)
})
