import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ListServer } from './list-server.ts'

/** Serves a list over HTTP to whoever has the token, which is `made-up`. */
export async function serveList({ fetch }: ListServer): Promise<{ baseUrl: string; close(): void }> {
  const server = createServer(async ({ url, headers }, response) => {
    const isAllowed = headers.authorization === 'Bearer made-up'
    const answer = isAllowed ? await fetch(`http://localhost${url}`) : Response.json({}, { status: 401 })
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
