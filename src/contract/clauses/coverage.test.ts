import { expect, it } from 'vitest'
import { conversation, listExchange, minuteByMinute } from '../testing/conversations.ts'
import { neverReached, overlooked } from './coverage.ts'

const [a, b, c, d] = minuteByMinute('a', 'b', 'c', 'd')

it('finds what pages should hold and do not', () => {
  const pages = [listExchange(2, [a]), listExchange(3, [c])]
  expect(overlooked(pages, [listExchange(1, [b]), ...pages], 'created_at', 1)?.item.values).toBe(b)
})

it('asks nothing of what sorts behind the last page that was read', () => {
  const pages = [listExchange(2, [a, b])]
  expect(overlooked(pages, [listExchange(1, [c, d]), ...pages], 'created_at', 1)).toBeUndefined()
})

it('takes a newest conversation that was seen only later for an arrival', () => {
  const pages = [listExchange(1, [c, b])]
  expect(overlooked(pages, [...pages, listExchange(2, [d])], 'created_at', -1)).toBeUndefined()
  expect(overlooked([listExchange(2, [c, b])], [listExchange(1, [d])], 'created_at', -1)?.item.values).toBe(d)
})

it('leaves pages that are not sorted to the clause that says so', () => {
  const pages = [listExchange(2, [c, a])]
  expect(overlooked(pages, [listExchange(1, [b])], 'created_at', 1)).toBeUndefined()
})

it('leaves ties open: any of the equal may come first', () => {
  const pages = [listExchange(2, [conversation('x')])]
  expect(overlooked(pages, [listExchange(1, [conversation('y')])], 'created_at', 1)).toBeUndefined()
})

it('finds what a complete walk never came to, unless it was seen only after', () => {
  const pages = [listExchange(2, [a, b]), listExchange(3, [])]
  expect(neverReached(pages, [listExchange(1, [c]), ...pages])?.item.values).toBe(c)
  expect(neverReached(pages, [...pages, listExchange(4, [c])])).toBeUndefined()
})
