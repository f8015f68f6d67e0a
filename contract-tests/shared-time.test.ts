import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sharedTime } from './shared-time.ts'

/** A request under way: whether its time limit has passed, and what ends it. */
function request({ check }: ReturnType<typeof sharedTime>, limit: number) {
  const one = { isLate: false, end: () => {} }
  one.end = check.after(limit, () => {
    one.isLate = true
  })
  return one
}

const aFewTurns = async () => {
  for (let count = 0; count < 20; count += 1) await turn()
}

test('an hour passes at once where nobody has anything else to do', async () => {
  const { check, sandbox } = sharedTime()
  await check.sleep(3_600_000)
  await sandbox.sleep(1)
  expect([check.now(), sandbox.now()]).toEqual([3_600_001, 3_600_001])
})

test('an answer that is held back longer than the limit of its request is late, and no other', async () => {
  const time = sharedTime()
  const [quick, slow] = [request(time, 1_000), request(time, 1_000)]
  await Promise.all([time.sandbox.sleep(999).then(() => quick.end()), time.sandbox.sleep(1_000)])
  expect([quick.isLate, slow.isLate]).toEqual([false, true])
})

test('no time passes while the answer to any request is being worked on', async () => {
  const time = sharedTime()
  const [held, working] = [request(time, 1_000), request(time, 1_000)]
  const sleeping = time.sandbox.sleep(5_000)
  const pausing = time.check.sleep(5_000)
  await aFewTurns()
  expect([time.check.now(), held.isLate]).toEqual([0, false])
  working.end()
  await Promise.all([sleeping, pausing])
  expect([time.check.now(), held.isLate, working.isLate]).toEqual([5_000, true, false])
})

test('waits that begin together pass together, the shortest first', async () => {
  const { check, sandbox } = sharedTime()
  const ended: number[] = []
  await Promise.all([40, 10, 20].map((wait) => sandbox.sleep(wait).then(() => ended.push(check.now()))))
  expect(ended).toEqual([10, 20, 40])
})
