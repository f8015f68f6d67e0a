import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const counts = new Map<number, number>()

subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage }
  const port = request.socket.localPort ?? 0
  counts.set(port, (counts.get(port) ?? 0) + 1)
})

/** How many requests a server of this process has got so far, whoever sent them. */
export const requestsTo = (baseUrl: string) => counts.get(Number(new URL(baseUrl).port)) ?? 0
