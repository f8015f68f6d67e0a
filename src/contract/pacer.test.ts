import { expect, it } from 'vitest'
import { Pacer } from './pacer.ts'
import { testClock } from './testing/clock.ts'

it('lets everything through at once when no rate is set', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, undefined)
  for (let turn = 0; turn < 5; turn++) await pacer.turn()
  expect(clock.now()).toBe(0)
})

it('spaces requests out to the rate', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, 4)
  for (let turn = 0; turn < 5; turn++) await pacer.turn()
  expect(clock.now()).toBe(1000)
})

it('holds everything for as long as asked, is slower after it, and recovers', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, undefined)
  await pacer.turn()
  pacer.hold(3000)
  await pacer.turn()
  expect(clock.now()).toBe(3000)
  await pacer.turn()
  expect(clock.now()).toBe(3100)
  for (let request = 0; request < 200; request++) pacer.recover()
  const before = clock.now()
  await pacer.turn()
  await pacer.turn()
  expect(clock.now() - before).toBeLessThan(101)
})

it('never recovers past the rate that was set', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, 4)
  pacer.hold(0)
  for (let request = 0; request < 200; request++) pacer.recover()
  for (let turn = 0; turn < 5; turn++) await pacer.turn()
  expect(clock.now()).toBe(1000)
})

it('does not wait for an aborted check', async () => {
  const pacer = new Pacer(testClock(), 1)
  await pacer.turn()
  await expect(pacer.turn(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
})
