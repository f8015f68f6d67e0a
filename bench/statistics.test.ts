import { expect, test } from 'vitest'
import { everyNth, median, ratios, rotate, spreadOf } from './statistics.ts'

test('the median is the middle value, or halfway between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 100])).toBe(3)
  expect(median([7])).toBe(7)
  expect(median([])).toBeNaN()
})

test('the spread leaves a quarter of the values out at each end', () => {
  expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ median: 3, low: 2, high: 4 })
})

test('a ratio compares values of one round', () => {
  expect(ratios([2, 30], [1, 10])).toEqual([2, 3])
})

test('each round begins with another', () => {
  expect(rotate(['a', 'b', 'c'], 1)).toEqual(['b', 'c', 'a'])
  expect(rotate(['a', 'b', 'c'], 5)).toEqual(['c', 'a', 'b'])
  expect(rotate([], 3)).toEqual([])
})

test('a sample is the first and every n-th after it', () => {
  expect(everyNth([0, 1, 2, 3, 4, 5, 6], 3)).toEqual([0, 3, 6])
  expect(everyNth([0, 1], 1)).toEqual([0, 1])
})
