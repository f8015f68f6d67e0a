import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

export interface StaticServerOptions {
  /** The folder whose files are served. */
  folder: string
  /** Default 0: any free port. */
  port?: number
  /** Default `127.0.0.1`. */
  host?: string
  /** The Content-Security-Policy to send with a file. Default none. */
  policy?: (file: string) => string
  /** The path below which the files are, e.g. `/docs`. Default none. */
  base?: string
}

/** A server of a folder's files. */
export interface StaticServer {
  /** Of the folder, with a slash at its end. */
  url: string
  close(): Promise<void>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const events = '-/reload'
const follower = '-/reload.js'
/** Nothing ever comes by the stream. A server that was started again lets it open for the second time, and what is shown may be old. */
const script = (base: string) =>
  `{ let isOpen = false; new EventSource('${base}/${events}').onopen = () => { if (isOpen) location.reload(); isOpen = true } }`

/** Serves a folder's files, pages with a script that loads them again when the server was started again. */
export async function startStaticServer({
  folder,
  port = 0,
  host = '127.0.0.1',
  base = '',
  policy,
}: StaticServerOptions): Promise<StaticServer> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = relativePath(url, base)
    if (path === events) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      // Milliseconds until a browser tries again once the stream has ended.
      response.write('retry: 300\n\n')
      return
    }
    if (path === follower) {
      response.writeHead(200, { 'Content-Type': types['.js'] }).end(script(base))
      return
    }
    const content = path === undefined ? undefined : await readFile(join(folder, path)).catch(() => undefined)
    if (content === undefined || path === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such page.\n')
      return
    }
    const type = types[extname(path)] ?? 'application/octet-stream'
    if (policy) response.setHeader('Content-Security-Policy', policy(path))
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' })
    response.end(
      extname(path) === '.html'
        ? Buffer.concat([content, Buffer.from(`<script src="${base}/${follower}"></script>`)])
        : content,
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${base}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The file that a URL asks for, within the folder; undefined for any other. */
function relativePath(url: string, base: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith(`${base}/`)) return undefined
  try {
    const file = normalize(decodeURIComponent(path.slice(base.length + 1)) || 'index.html')
    return file.startsWith('..') || file.startsWith(sep) || file.includes('\0') ? undefined : file
  } catch {
    return undefined
  }
}
