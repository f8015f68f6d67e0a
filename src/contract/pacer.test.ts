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

it('holds everything for as long as asked, and goes half as fast after it', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, 4)
  await pacer.turn()
  pacer.hold(3000)
  await pacer.turn()
  expect(clock.now()).toBe(3000)
  await pacer.turn()
  expect(clock.now()).toBe(3500)
})

it('takes the pace that the requests really had for the one to halve', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, undefined)
  for (let turn = 0; turn < 10; turn++) {
    await pacer.turn()
    await clock.sleep(300)
  }
  pacer.hold(0)
  await pacer.turn()
  const before = clock.now()
  await pacer.turn()
  expect(clock.now() - before).toBe(600)
})

it('holds the pace when refusals go on, and slows down again once it was good for a while', async () => {
  const clock = testClock()
  const pacer = new Pacer(clock, undefined)
  const interval = async () => {
    const before = clock.now()
    await pacer.turn()
    await pacer.turn()
    return (clock.now() - before) / 2
  }
  await pacer.turn()
  for (let refusal = 0; refusal < 10; refusal++) {
    pacer.hold(0)
    await pacer.turn()
  }
  expect(await interval()).toBe(100)
  for (let request = 0; request < 20; request++) await pacer.turn()
  pacer.hold(0)
  await pacer.turn()
  expect(await interval()).toBeCloseTo(200, -1)
})

it('does not wait for an aborted check', async () => {
  const pacer = new Pacer(testClock(), 1)
  await pacer.turn()
  await expect(pacer.turn(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
})
