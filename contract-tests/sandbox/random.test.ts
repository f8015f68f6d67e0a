import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

test('the same seed gives the same numbers', () => {
  const one = createRandom('seed')
  const other = createRandom('seed')
  const numbers = Array.from({ length: 1_000 }, () => one.below(10))
  expect(numbers).toEqual(Array.from({ length: 1_000 }, () => other.below(10)))
  expect(new Set(numbers).size).toBe(10)
  expect(createRandom('other').uuid()).not.toBe(createRandom('seed').uuid())
})

test('a UUID is one of version 4', () => {
  const { uuid } = createRandom('seed')
  for (let count = 0; count < 100; count += 1) {
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test('shuffling keeps the items and the array given', () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8]
  expect([...createRandom('seed').shuffled(items)].sort()).toEqual(items)
  expect(createRandom('seed').shuffled(items)).not.toEqual(items)
})
