import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { now } from './clock.ts'
import { type Gate, takeTurn, waitForGate } from './gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('opens at once where nobody waits, and else at the end of the longest wait, though that moves', async () => {
  const start = now()
  const gate: Gate = { until: start }
  await waitForGate(gate, undefined)
  expect(now()).toBe(start)
  gate.until = start + 100
  const waited = waitForGate(gate, undefined).then(() => now() - start)
  await vi.advanceTimersByTimeAsync(50)
  gate.until = start + 500
  await vi.runAllTimersAsync()
  expect(await waited).toBe(500)
})

it('opens after the wait though a clock stands still', async () => {
  vi.useRealTimers()
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  await waitForGate({ until: now() + 20 }, undefined)
  vi.useRealTimers()
})

it('stops waiting when the signal aborts, and leaves no timer', async () => {
  const controller = new AbortController()
  const gate: Gate = { until: now() + 60_000 }
  const results = Promise.allSettled([1, 2, 3].map(() => waitForGate(gate, controller.signal)))
  await vi.advanceTimersByTimeAsync(10)
  controller.abort('enough')
  expect(await results).toEqual(Array(3).fill({ status: 'rejected', reason: 'enough' }))
  expect(vi.getTimerCount()).toBe(0)
})

it('has those who must wait go one by one, in order, and all others after them', async () => {
  const gate: Gate = { until: 0 }
  const order: string[] = []
  const pass = async (name: string) => {
    const end = await takeTurn(gate)
    order.push(`${name} in`)
    await Promise.resolve()
    order.push(`${name} out`)
    end()
  }
  const turns = [pass('first'), pass('second'), pass('third')]
  await gate.clear
  order.push('clear')
  await Promise.all(turns)
  expect(order).toEqual(['first in', 'first out', 'second in', 'second out', 'third in', 'third out', 'clear'])
})

it('goes on after a turn that ended in a failure', async () => {
  const gate: Gate = { until: 0 }
  const failing = async () => {
    const end = await takeTurn(gate)
    try {
      throw new Error('failed')
    } finally {
      end()
    }
  }
  await expect(failing()).rejects.toThrow('failed')
  expect(await takeTurn(gate)).toBeTypeOf('function')
})
