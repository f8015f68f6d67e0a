import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Handling, handle } from './handle.ts'
import { errorReply } from './reply.ts'
import type { RequestContext, SandboxRequest } from './request.ts'
import { send } from './send.ts'

export interface ServerOptions extends Handling {
  port: number
  host: string
  basePath: string
  /** Milliseconds that every answer waits. */
  latency: number
  context: Pick<RequestContext, 'organizations' | 'store' | 'clock'>
  onError: (error: unknown) => void
}

/** A listening HTTP server. */
export interface Server {
  /** Without a trailing slash. */
  baseUrl: string
  close(): Promise<void>
}

/** Serves the endpoint over HTTP. */
export async function listen(options: ServerOptions): Promise<Server> {
  const { port, host, basePath } = options
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    const signal = abortedWhenGone(response)
    const context = { ...options.context, request: read(request, basePath), number: count, signal }
    void answer(context, request, response, options)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    baseUrl: `http://${name}:${address.port}${basePath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  context: RequestContext,
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
) {
  const answered = await handle(context, options).catch((error: unknown) => {
    // Whatever a request without a client ends with is nobody's concern.
    if (!context.signal.aborted) options.onError(error)
    return errorReply(500, 'The sandbox failed')
  })
  if (context.signal.aborted) return
  const delay = options.latency + (answered.delay ?? 0)
  if (delay > 0) await context.clock.sleep(delay)
  await send(answered, request, response).catch(options.onError)
}

function abortedWhenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

/** A request target is a path with a query, or, from a client that takes the sandbox for a proxy, a whole URL. */
function read({ method = 'GET', url = '/', headers }: IncomingMessage, basePath: string): SandboxRequest {
  const target = url.startsWith('/') ? url : url.replace(/^[a-z]+:\/\/[^/?]*/i, '')
  const [path = '', query = ''] = split(target, '?')
  const below = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : basePath ? '/' : path
  return { method, path: below, query: new URLSearchParams(query), headers }
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
