import { expect, it, vi } from 'vitest'
import { iterateItems } from './iterate-items.ts'

async function* pagesOf(...pages: number[][]) {
  for (const page of pages) {
    await Promise.resolve()
    yield page
  }
}

it('gives all items in order, then ends for good', async () => {
  const items = iterateItems(pagesOf([1, 2], [3], [4, 5, 6]), undefined)
  const all: number[] = []
  for await (const item of items) all.push(item)
  expect(all).toEqual([1, 2, 3, 4, 5, 6])
  expect(await items.next()).toEqual({ done: true, value: undefined })
})

it('gives each of several consumers items of its own', async () => {
  const items = iterateItems(pagesOf([1, 2], [3], [4, 5, 6], [7]), undefined)
  const all: number[] = []
  const consume = async () => {
    for (let result = await items.next(); !result.done; result = await items.next()) all.push(result.value)
  }
  await Promise.all([consume(), consume(), consume(), consume()])
  expect(all.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it('closes the pages when the loop is left', async () => {
  const closed = vi.fn()
  async function* pages() {
    try {
      yield [1, 2, 3]
    } finally {
      closed()
    }
  }
  const items = iterateItems(pages(), undefined)
  for await (const _ of items) break
  expect(closed).toHaveBeenCalledOnce()
  expect(await items.next()).toEqual({ done: true, value: undefined })
})

it('hands on what the pages fail with, also in mid page once the signal has aborted', async () => {
  const controller = new AbortController()
  async function* pages() {
    yield [1, 2]
    controller.signal.throwIfAborted()
    throw new Error('failed')
  }
  const failing = iterateItems(pages(), undefined)
  await failing.next()
  await failing.next()
  await expect(failing.next()).rejects.toThrow('failed')

  const aborted = iterateItems(pages(), controller.signal)
  await aborted.next()
  controller.abort('enough')
  await expect(aborted.next()).rejects.toBe('enough')
})
