import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { type Light, light } from '../http/light.ts'
import { decode } from './decode.ts'
import { failed } from './failed.ts'

/** What came of an answer. */
export interface Parts {
  status: number
  statusText: string
  headers: Dispatcher.ResponseData['headers']
  url: string
  /** Undefined where there is none. */
  stream: Readable | undefined
  signal: AbortSignal | null | undefined
}

/** A Response that is made when somebody asks for more than the client does: the platform's takes longer to make than a page to check. */
class LightResponse {
  readonly #parts: Parts
  #headers: Headers | undefined
  #isRead = false
  #whole: Response | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get status() {
    return this.#parts.status
  }

  get ok() {
    return this.status >= 200 && this.status < 300
  }

  get url() {
    return this.#parts.url
  }

  get redirected() {
    return false
  }

  get headers() {
    this.#headers ??= new Headers(entriesOf(this.#parts.headers))
    return this.#headers
  }

  get [light](): Light | undefined {
    const { stream } = this.#parts
    if (this.#whole || !stream) return undefined
    return {
      decode,
      read: (limit, signal) => {
        this.#isRead = true
        signal.addEventListener('abort', () => stream.destroy())
        return readUpTo(limit, stream, (cause) => this.#failure(cause))
      },
    }
  }

  /** As the platform makes it, body included. */
  static whole(response: LightResponse): Response {
    if (response.#whole) return response.#whole
    const { status, statusText, stream } = response.#parts
    const body = stream ? streamOf(stream, (cause) => response.#failure(cause)) : null
    // No program can make a Response with a status beyond that, but a server can send it.
    response.#whole = new Response(body, { status: Math.min(status, 599), statusText, headers: response.headers })
    if (response.#isRead) body?.cancel()
    return response.#whole
  }

  #failure(cause: Error): unknown {
    const { signal } = this.#parts
    return signal?.aborted ? signal.reason : failed('terminated', cause)
  }
}

// All else that a Response has, in whatever version of Node.
for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Response.prototype))) {
  if (Object.hasOwn(LightResponse.prototype, name)) continue
  const read = (response: LightResponse) => LightResponse.whole(response)[name as 'body' | 'text']
  Object.defineProperty(
    LightResponse.prototype,
    name,
    typeof value === 'function'
      ? {
          value(this: LightResponse) {
            return (read(this) as () => unknown).call(LightResponse.whole(this))
          },
        }
      : {
          get(this: LightResponse) {
            return read(this)
          },
        },
  )
}
Object.setPrototypeOf(LightResponse.prototype, Response.prototype)

/** A Response of these parts. */
export const responseOf = (parts: Parts) => new LightResponse(parts) as unknown as Response

const entriesOf = (headers: Parts['headers']) =>
  Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )

type Failure = (cause: Error) => unknown

/** All that a stream brings, or somewhat more than `limit` bytes of it. */
const readUpTo = (limit: number, stream: Readable, failure: Failure) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const fail = (cause: Error) => reject(failure(cause))
    const chunks: Uint8Array[] = []
    let size = 0
    const end = () => resolve(chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks))
    const add = (chunk: Uint8Array) => {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size <= limit) return
      end()
      stream.destroy()
    }
    if (stream.errored) fail(stream.errored)
    stream.on('data', add).on('end', end).on('error', fail)
  })

/** Reads nothing before somebody asks for it. Node's own conversion costs three times as much. */
const streamOf = (stream: Readable, failure: Failure) =>
  new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const fail = (cause: Error) => controller.error(failure(cause))
        if (stream.errored) fail(stream.errored)
        stream
          .on('data', (chunk: Uint8Array) => {
            controller.enqueue(chunk)
            stream.pause()
          })
          .on('end', () => controller.close())
          .on('error', fail)
          .pause()
      },
      pull: () => void stream.resume(),
      cancel: () => void stream.destroy(),
    },
    { highWaterMark: 0 },
  )
