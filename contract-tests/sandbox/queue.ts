import { UnavailableError } from './unavailable-error.ts'

/**
 * Runs a task when its turn comes.
 *
 * @throws UnavailableError at once when too many wait already, or the signal's reason when it aborts before the turn: then the task never runs.
 */
export type Queue = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>

/**
 * Lets `concurrent` tasks run at a time and `waiting` more wait for their turn, first come first served.
 *
 * An embedded database answers without a turn of the event loop, and only in one is it noticed who has come and gone. So
 * tasks follow each other for as long as the last turn took, at least one: a new connection, of which a turn takes one,
 * doesn't wait for many tasks, and refusing a crowd takes no more than half of the time.
 */
export function createQueue({ concurrent, waiting }: { concurrent: number; waiting: number }): Queue {
  let running = 0
  let lastTurn = 0
  let tasksSince = performance.now()
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
      const now = performance.now()
      if (now - tasksSince < lastTurn) passOn()
      else
        setImmediate(() => {
          tasksSince = performance.now()
          lastTurn = tasksSince - now
          passOn()
        })
    }
  }
}
