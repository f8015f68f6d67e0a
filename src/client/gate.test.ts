import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createGate, type Gate } from './gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Passes the gate and notes when; then takes 10 ms. */
async function pass(gate: Gate, passed: number[], signal?: AbortSignal) {
  const endTurn = await gate.enter()
  try {
    await gate.opened(signal)
    passed.push(Date.now())
    await new Promise((resolve) => setTimeout(resolve, 10))
  } finally {
    endTurn?.()
  }
}

it('lets requests through together', async () => {
  const gate = createGate()
  const passed: number[] = []
  const all = Promise.all([1, 2, 3].map(() => pass(gate, passed)))
  await vi.runAllTimersAsync()
  await all
  expect(new Set(passed).size).toBe(1)
})

it('holds all for the longest pause, then lets them through one by one, then together again', async () => {
  const gate = createGate()
  const passed: number[] = []
  const start = Date.now()
  gate.hold(500)
  gate.hold(100)
  const all = Promise.all(Array.from({ length: 20 }, () => pass(gate, passed)))
  await vi.runAllTimersAsync()
  await all
  expect(passed.sort().filter((at) => at === start + 500)).toHaveLength(5)
  expect(passed.slice(5, 8).map((at) => at - start)).toEqual([510, 520, 530])
  const later = [1, 2].map(() => pass(gate, passed))
  await vi.runAllTimersAsync()
  await Promise.all(later)
  expect(passed.at(-1)).toBe(passed.at(-2))
})

it('lets a request that must try again keep its turn', async () => {
  const gate = createGate()
  const order: string[] = []
  const endFirst = await gate.takeTurn()
  const second = gate.takeTurn().then((end) => {
    order.push('second')
    end()
  })
  gate.hold(50)
  const again = gate.opened(undefined).then(() => {
    order.push('first, again')
    endFirst()
  })
  await vi.runAllTimersAsync()
  await Promise.all([again, second])
  expect(order).toEqual(['first, again', 'second'])
})

it('goes on after a request that failed', async () => {
  const gate = createGate()
  gate.hold(0)
  const failing = async () => {
    const endTurn = await gate.enter()
    try {
      throw new Error('failed')
    } finally {
      endTurn?.()
    }
  }
  await expect(failing()).rejects.toThrow('failed')
  expect(await gate.enter()).toBeTypeOf('function')
})

it('stops waiting when the signal aborts, and leaves no timer', async () => {
  const gate = createGate()
  const controller = new AbortController()
  gate.hold(60_000)
  const results = Promise.allSettled([1, 2, 3].map(() => gate.opened(controller.signal)))
  await vi.advanceTimersByTimeAsync(10)
  controller.abort('enough')
  expect(await results).toEqual(Array(3).fill({ status: 'rejected', reason: 'enough' }))
  expect(vi.getTimerCount()).toBe(0)
})
