import { expect, it } from 'vitest'
import { difference } from './same-page.ts'
import { conversation, listExchange, minuteByMinute } from './testing/conversations.ts'

const [a, b, c, d] = minuteByMinute('a', 'b', 'c', 'd')

const compare = (before: unknown, after: unknown, elsewhere: unknown = []) => {
  const exchanges = [listExchange(1, elsewhere), listExchange(2, before), listExchange(3, after)] as const
  return difference(exchanges[1], exchanges[2], exchanges)
}

it('sees no difference between equal answers', () => {
  expect(compare([a, b], [a, b])).toBeUndefined()
})

it('allows for an arrival at the end, at the front, and one that pushes another out', () => {
  expect(compare([a, b], [a, b, c])).toBeUndefined()
  expect(compare([a, b], [d, a, b])).toBeUndefined()
  expect(compare([a, b, c], [d, a, b])).toBeUndefined()
})

it('misses what is gone, from the middle and from the end', () => {
  expect(compare([a, b, c], [a, c])).toBe('missing')
  expect(compare([a, b, c], [a, b])).toBe('missing')
  expect(compare([a, b, c], [d, a, c])).toBe('missing')
})

it('knows an arrival from what was seen elsewhere before, and from what is older than what was seen', () => {
  expect(compare([a, b], [a, b, c], [c])).toBe('extra')
  expect(compare([b, c], [a, b, c])).toBe('extra')
})

it('tells another order from another order of equal keys', () => {
  expect(compare([a, b], [b, a])).toBe('order')
  const twins = [conversation('x'), conversation('y')]
  expect(compare(twins, [...twins].reverse())).toBe('order of equal keys')
})

it('says nothing about what is no list', () => {
  expect(compare([a], { data: [a] })).toBeUndefined()
})
