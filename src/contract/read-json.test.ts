import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutDepth, extentOf } from './read-json.ts'

const extent = (text: string) => extentOf(new TextEncoder().encode(text))

it.each([
  ['[]', 1, 1],
  ['"[{,"', 0, 0],
  ['{"a\\"[":[1,2]}', 3, 2],
  ['[[[', 3, 3],
  [']]', 0, 0],
  ['', 0, 0],
])('of %s counts %i values, %i deep', (text, values, depth) => {
  expect(extent(text)).toEqual({ values, depth })
})

it('tells the depth of any JSON', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  fc.assert(fc.property(fc.jsonValue(), (value) => extent(JSON.stringify(value)).depth === depthOf(value)))
})

it('leaves what is not too deep as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const copy = structuredClone(value)
      expect(cutDepth(copy)).toBeUndefined()
      expect(copy).toEqual(value)
    }),
  )
})
