import type { Dispatcher } from 'undici'
import { checkOptions } from '../client/check-options.ts'
import { ChatConfigurationError } from '../client/errors/chat-configuration-error.ts'
import { openedFor } from './connect.ts'
import { acceptedCodings } from './decoded.ts'
import { environmentDispatchers } from './dispatchers.ts'
import { failed } from './failed.ts'
import { responseFrom } from './response.ts'

export interface NodeFetchOptions {
  /**
   * Sends the requests, e.g. an `Agent` of undici with certificates of your own. Default: what HTTPS_PROXY, HTTP_PROXY and NO_PROXY ask for.
   * In Bun, import it from 'undici/index.js': what Bun gives for 'undici' can't send.
   */
  dispatcher?: Dispatcher | undefined
}

/**
 * A `fetch` for Node, on undici's `request`: it obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY as they are when it is made, but for this machine itself,
 * and takes less CPU than the global one. It follows no redirect, and has no time limit beside that for a connection (10 s).
 * Throws a ChatConfigurationError when an option or a proxy's URL can't be used.
 */
export function nodeFetch(options: NodeFetchOptions = {}): typeof fetch {
  checkOptions(options, { dispatcher: {} })
  const { dispatcher } = options
  if (dispatcher && typeof dispatcher.request !== 'function') {
    throw new ChatConfigurationError('dispatcher must be one of undici, such as an Agent')
  }
  const dispatcherFor = dispatcher ? () => dispatcher : environmentDispatchers()
  return async (input, init) => {
    const { url, signal, ...request } = await readRequest(input, init)
    signal?.throwIfAborted()
    const { origin, pathname, search } = url
    const options = { ...request, origin, path: pathname + search, signal: signal ?? null }
    const answer = await answerTo(options, dispatcherFor(url), signal)
    return responseFrom(answer, url.href.replace(/#.*/, ''), signal, request.method !== 'HEAD')
  }
}

type Sent = Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>

async function readRequest(input: string | URL | Request, init: RequestInit = {}) {
  const { method = 'GET', headers = {}, body, signal } = init
  // What is more than a URL and headers costs more.
  if (input instanceof Request || body) {
    const request = new Request(input, init)
    const bytes = request.body && new Uint8Array(await request.arrayBuffer())
    const { method, url, headers, signal } = request
    requests.set(signal, request)
    return { url: new URL(url), signal, ...sent(method, headers, bytes) }
  }
  return { url: new URL(input), signal, ...sent(method, headers, null) }
}

/** A request's signal stops following that of the caller once the request is collected. */
const requests = new WeakMap<AbortSignal, Request>()

const sent = (method: string, headers: HeadersInit, body: Uint8Array | null): Sent => ({
  method: method as Dispatcher.HttpMethod,
  headers: { accept: '*/*', 'accept-encoding': acceptedCodings, 'user-agent': 'node', ...recordOf(headers) },
  body,
})

/** With names in lower case. Those of the client are checked already, and undici refuses what is illegal. */
function recordOf(headers: HeadersInit): Record<string, string> {
  const record: Record<string, string> = {}
  const entries = Symbol.iterator in headers ? new Headers(headers) : Object.entries(headers)
  for (const [name, value] of entries) record[name.toLowerCase()] = String(value)
  return record
}

/** Sends a request, and gives it up at once when its signal aborts, whatever it is waiting for. */
const answerTo = (options: Dispatcher.RequestOptions, dispatcher: Dispatcher, signal: AbortSignal | null | undefined) =>
  new Promise<Dispatcher.ResponseData>((resolve, reject) => {
    // Few requests open a connection.
    let opening: AbortController | undefined
    const openingSignal = () => {
      opening ??= new AbortController()
      return opening.signal
    }
    const giveUp = () => {
      reject(signal?.reason)
      opening?.abort()
    }
    const settle = () => signal?.removeEventListener('abort', giveUp)
    signal?.addEventListener('abort', giveUp)
    openedFor(openingSignal, () => dispatcher.request(options)).then(
      (answer) => {
        settle()
        resolve(answer)
      },
      (cause) => {
        settle()
        reject(failed('fetch failed', cause))
      },
    )
  })
