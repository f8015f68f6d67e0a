import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'
import { UnavailableError } from './unavailable-error.ts'

/** A task that lasts until it is told to end, and knows whether it ran. */
function task() {
  const { promise, resolve } = withResolvers()
  const one = {
    runs: 0,
    end: resolve,
    run: () => {
      one.runs += 1
      return promise
    },
  }
  return one
}

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

test('runs as many at a time as it may, the others in their order', async () => {
  const queue = createQueue({ concurrent: 2, waiting: 10 })
  const tasks = [task(), task(), task(), task()]
  const done = tasks.map(({ run }) => queue(run))
  expect(tasks.map(({ runs }) => runs)).toEqual([1, 1, 0, 0])
  tasks[1]?.end()
  await done[1]
  await turn()
  expect(tasks.map(({ runs }) => runs)).toEqual([1, 1, 1, 0])
  for (const { end } of tasks) end()
  await Promise.all(done)
  expect(tasks.map(({ runs }) => runs)).toEqual([1, 1, 1, 1])
})

test('never runs what was given up while it waited, and refuses what was given up before', async () => {
  const queue = createQueue({ concurrent: 1, waiting: 10 })
  const [first, abandoned, last] = [task(), task(), task()]
  const controller = new AbortController()
  const reason = new Error('the client has gone')
  const done = [queue(first.run), queue(abandoned.run, controller.signal), queue(last.run)]
  controller.abort(reason)
  await expect(done[1]).rejects.toBe(reason)
  await expect(queue(abandoned.run, controller.signal)).rejects.toBe(reason)
  first.end()
  last.end()
  await Promise.all([done[0], done[2]])
  expect([first.runs, abandoned.runs, last.runs]).toEqual([1, 0, 1])
})

test('refuses at once what finds too many waiting; whoever gives up makes room', async () => {
  const queue = createQueue({ concurrent: 1, waiting: 1 })
  const [first, second, third] = [task(), task(), task()]
  const controller = new AbortController()
  const running = queue(first.run)
  const waiting = queue(second.run, controller.signal)
  await expect(queue(third.run)).rejects.toThrow(UnavailableError)
  controller.abort()
  await expect(waiting).rejects.toThrow()
  const next = queue(third.run)
  first.end()
  third.end()
  await Promise.all([running, next])
  expect([second.runs, third.runs]).toEqual([0, 1])
})

test('goes on after a task that fails', async () => {
  const queue = createQueue({ concurrent: 1, waiting: 1 })
  const failing = queue(() => Promise.reject(new Error('no such table')))
  const next = queue(async () => 'answered')
  await expect(failing).rejects.toThrow('no such table')
  expect(await next).toBe('answered')
})

test('lets the event loop turn among tasks that do not wait, so that it is noticed who has gone', async () => {
  const queue = createQueue({ concurrent: 1, waiting: 100 })
  const clients = Array.from({ length: 100 }, () => new AbortController())
  let runs = 0
  const done = clients.map(({ signal }) =>
    queue(async () => {
      runs += 1
      if (runs === 1) setImmediate(() => clients.forEach((client) => void client.abort()))
    }, signal),
  )
  await Promise.allSettled(done)
  expect(runs).toBe(1)
})

test('gives tasks as much time as everything else takes, so that refusing a crowd leaves time to serve', async () => {
  const queue = createQueue({ concurrent: 1, waiting: 100 })
  let turns = 0
  const crowd = () => {
    turns += 1
    busy(20)
    next = setImmediate(crowd)
  }
  let next = setImmediate(crowd)
  await Promise.all(Array.from({ length: 100 }, () => queue(async () => busy(1))))
  clearImmediate(next)
  expect(turns).toBeLessThan(30)
})

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}
