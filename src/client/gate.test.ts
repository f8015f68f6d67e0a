import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createGate } from './gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that notes when it starts, and takes 10 ms. */
function works() {
  const starts: number[] = []
  const work = async () => {
    starts.push(Date.now())
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { starts, work }
}

it('lets work through together', async () => {
  const gate = createGate()
  const { starts, work } = works()
  const all = Promise.all([1, 2, 3].map(() => gate.pass(undefined, work)))
  await vi.runAllTimersAsync()
  await all
  expect(new Set(starts).size).toBe(1)
})

it('holds all work for the longest pause, then lets it through one by one, then together again', async () => {
  const gate = createGate()
  const { starts, work } = works()
  const start = Date.now()
  gate.hold(500)
  gate.hold(100)
  const all = Promise.all(Array.from({ length: 20 }, () => gate.pass(undefined, work)))
  await vi.runAllTimersAsync()
  await all
  expect(starts.slice(0, 3).map((at) => at - start)).toEqual([500, 510, 520])
  const later = [1, 2].map(() => gate.pass(undefined, work))
  await vi.runAllTimersAsync()
  await Promise.all(later)
  expect(starts.at(-1)).toBe(starts.at(-2))
})

it('goes on after work that failed', async () => {
  const gate = createGate()
  gate.hold(0)
  await expect(gate.pass(undefined, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  await expect(gate.pass(undefined, async () => 'next')).resolves.toBe('next')
})

it('stops waiting when the signal aborts, and leaves no timer', async () => {
  const gate = createGate()
  const controller = new AbortController()
  gate.hold(60_000)
  const { starts, work } = works()
  const held = [1, 2, 3].map(() => gate.pass(controller.signal, work))
  const results = Promise.allSettled(held)
  await vi.advanceTimersByTimeAsync(10)
  controller.abort('enough')
  expect(await results).toEqual(Array(3).fill({ status: 'rejected', reason: 'enough' }))
  expect(starts).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
