import { expect, it } from 'vitest'
import { readBytes } from './read-bytes.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

/** Reads these chunks; tells what came, and how many of them were asked for. */
async function readAll(chunks: ArrayBufferView[], limit = 100) {
  const asked = chunks.values()
  const read = async () => asked.next()
  const whole = await readBytes(read, limit, () => {})
  return { whole: [...whole], left: [...asked].length }
}

it.each<[string, ArrayBufferView[], number[]]>([
  ['no chunk', [], []],
  ['one', [bytes(1, 2)], [1, 2]],
  ['an empty one', [bytes()], []],
  ['several, some of them empty', [bytes(1), bytes(), bytes(2, 3), bytes()], [1, 2, 3]],
  ['a part of a buffer', [bytes(1, 2, 3).subarray(1)], [2, 3]],
  ['views of other kinds', [new DataView(bytes(1, 2, 3).buffer, 1), new Uint16Array(bytes(4, 5).buffer)], [2, 3, 4, 5]],
  ['one view of another kind', [new DataView(bytes(1, 2, 3).buffer, 1)], [2, 3]],
])('joins %s', async (_, chunks, whole) => {
  expect(await readAll(chunks)).toEqual({ whole, left: 0 })
})

it('ends at the first chunk over the limit', async () => {
  expect(await readAll([bytes(1, 2), bytes(3)], 2)).toEqual({ whole: [1, 2, 3], left: 0 })
  expect(await readAll([bytes(1, 2), bytes(3), bytes(4)], 2)).toEqual({ whole: [1, 2, 3], left: 1 })
  expect(await readAll([bytes(1, 2, 3), bytes(4)], 2)).toEqual({ whole: [1, 2, 3], left: 1 })
})
