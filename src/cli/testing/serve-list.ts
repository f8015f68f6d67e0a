import { createServer } from 'node:http'
import { type Listening, open } from '../../testing/servers.ts'
import type { ListServer } from './list-server.ts'

/** Serves a list over HTTP to whoever has the token, which is `made-up`. */
export async function serveList({ fetch }: ListServer): Promise<Listening> {
  return open(
    createServer(async ({ url, headers }, response) => {
      const isAllowed = headers.authorization === 'Bearer made-up'
      const answer = isAllowed ? await fetch(`http://localhost${url}`) : Response.json({}, { status: 401 })
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text())
    }),
  )
}
