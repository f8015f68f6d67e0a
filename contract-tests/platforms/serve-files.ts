import { createServer } from 'node:http'
import { open } from '../../src/testing/servers.ts'

/** A policy as strict as it gets: scripts of this origin only, no code from strings, requests to this machine only. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'unsafe-inline'; connect-src http://127.0.0.1:*"

/** Serves a few files from memory, by path, on a port of their own. */
export async function serveFiles(files: Readonly<Record<string, string>>) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const body = files[pathname]
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy,
    })
    response.end(body)
  })
  return open(server)
}
