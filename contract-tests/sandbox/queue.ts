import { UnavailableError } from './unavailable-error.ts'

/**
 * Runs a task when its turn comes.
 *
 * @throws UnavailableError at once when too many wait already, or the signal's reason when it aborts before the turn: then the task never runs.
 */
export type Queue = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>

/**
 * How many tasks follow each other before the event loop turns. An embedded database answers without a turn of it, and only in
 * one is it noticed who has gone; with a turn after each task, refusing a crowd would leave no time to serve anybody.
 */
const tasksPerTurn = 8

/** Lets `concurrent` tasks run at a time and `waiting` more wait for their turn, first come first served. */
export function createQueue({ concurrent, waiting }: { concurrent: number; waiting: number }): Queue {
  let running = 0
  let ended = 0
  const turns = new Set<() => void>()

  const turn = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const take = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        turns.delete(take)
        reject(signal?.reason)
      }
      turns.add(take)
      signal?.addEventListener('abort', leave, { once: true })
    })

  const passOn = () => {
    const [take] = turns
    if (!take) running -= 1
    else {
      turns.delete(take)
      take()
    }
  }

  return async (task, signal) => {
    signal?.throwIfAborted()
    if (running < concurrent) running += 1
    else if (turns.size < waiting) await turn(signal)
    else throw new UnavailableError('Too many requests are waiting')
    try {
      return await task()
    } finally {
      ended += 1
      if (ended % tasksPerTurn === 0) setImmediate(passOn)
      else passOn()
    }
  }
}
