import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { programOf } from './bundle.ts'
import type { Place } from './contender.ts'
import type { DrainReply, DrainReport, DrainRequest } from './protocol.ts'

const organizationId = '4ef0737b-976a-450e-8188-4f1f5a1a1b0b'

export interface BenchServer {
  /** Where there are so many conversations, and every answer takes so many milliseconds longer. */
  place(conversations: number, delay?: number): Place
  close(): void
}

export interface Worker {
  drain(request: DrainRequest): Promise<DrainReport>
  close(): void
}

/** The server that all contenders read from, in a process of its own: its CPU is in nobody's numbers. */
export async function startServer(): Promise<BenchServer> {
  const child = start('server', [organizationId])
  const [port] = await firstMessage(child)
  return {
    place: (conversations, delay = 0) => ({
      baseUrl: `http://127.0.0.1:${port}/${conversations}/${delay}`,
      token: 'bench',
      organizationId,
    }),
    close: () => child.disconnect(),
  }
}

/** A process with one contender, ready to read. */
export async function startWorker(id: string): Promise<Worker> {
  const child = start('worker', [programOf(id)], ['--expose-gc'])
  await firstMessage(child)
  return {
    drain: async (request) => {
      child.send(request)
      const [reply]: [DrainReply] = await firstMessage(child)
      if ('error' in reply) throw new Error(`${id}: ${reply.error}`)
      return reply.report
    },
    close: () => child.disconnect(),
  }
}

// No loader of the parent's: what is measured runs as it would elsewhere.
const start = (program: string, args: string[], execArgv: string[] = []) => fork(programOf(program), args, { execArgv })

/** The next message, or an error when the process ends without one. */
async function firstMessage<T>(child: ChildProcess): Promise<[T]> {
  const settled = new AbortController()
  const { signal } = settled
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the bench ended with ${code}`)
  })
  try {
    return await Promise.race([once(child, 'message', { signal }) as Promise<[T]>, ended])
  } finally {
    settled.abort()
    await ended.catch(() => {})
  }
}
