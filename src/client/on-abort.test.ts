import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { onAbort } from './on-abort.ts'

it('calls all who wait, once', () => {
  const controller = new AbortController()
  const calls: number[] = []
  const offs = Array.from({ length: 12 }, (_, index) => onAbort(controller.signal, () => calls.push(index)))
  offs[3]?.()
  controller.abort()
  expect(calls).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11])
})

it('adds one listener to the signal, and leaves none', () => {
  const { signal } = new AbortController()
  const offs = Array.from({ length: 30 }, () => onAbort(signal, () => {}))
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  for (const off of offs) off()
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  onAbort(signal, () => {})()
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})

it('does without a signal', () => {
  expect(() => onAbort(undefined, () => {})()).not.toThrow()
})
