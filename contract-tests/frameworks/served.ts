import type { AddressInfo, Server } from 'node:net'

/** A server of a framework while it runs. */
export interface Served {
  baseUrl: string
  close(): Promise<void>
}

/** Waits until a server listens, and names its address. */
export async function served(server: Server): Promise<Served> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
