import { expect, it } from 'vitest'
import { createRebuilder } from './rebuilder.ts'

it('runs once more, and only once, for all that is asked for during a build', async () => {
  const ends: (() => void)[] = []
  const rebuild = createRebuilder(() => new Promise((resolve) => ends.push(resolve)))
  const done = rebuild()
  rebuild()
  rebuild()
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await new Promise(setImmediate)
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await done
  expect(ends).toHaveLength(2)
  void rebuild()
  expect(ends).toHaveLength(3)
})
