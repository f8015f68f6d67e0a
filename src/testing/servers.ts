import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server on a free port of this machine. */
export interface Listening {
  port: number
  baseUrl: string
  /** The connections that are open. */
  sockets: Set<Socket>
  /** Closes it and its connections. */
  close(): Promise<void>
}

/** Opens a server for several tests, one of which closes it. */
export async function open(server: Server, scheme = 'http'): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { port, baseUrl: `${scheme}://127.0.0.1:${port}`, sockets, close }
}

/** Opens a server for one test, with which it goes. */
export async function listen(server: Server, scheme?: string): Promise<Listening> {
  const listening = await open(server, scheme)
  onTestFinished(listening.close)
  return listening
}

export const listenHttp = (listener: RequestListener) => listen(createServer(listener))
