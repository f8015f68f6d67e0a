import { lightOf } from '../http/light.ts'
import { readBytes } from '../http/read-bytes.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Reads a body until it ends, or has gone over `limit` bytes, counted after decompression. */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const light = lightOf(response)
  if (light) return light.read(limit, signal)
  const { body } = response
  // No body; or React Native, which has no streams.
  if (!body) return new Uint8Array(await response.arrayBuffer())
  const reader = readerOf(body)
  const cancel = () => {
    // A stream of Node, which by itself goes on until its next chunk.
    ;(body as { destroy?(): void }).destroy?.()
    reader.cancel().catch(() => {})
  }
  // An abort alone doesn't stop every `fetch` there is.
  signal.onabort = cancel
  const bytes = await readBytes(() => reader.read(), limit, requireBytes)
  if (bytes.byteLength > limit) cancel()
  return bytes
}

function requireBytes(chunk: unknown) {
  // Not `instanceof`: in Jest and in frames there are several classes of that name.
  if (!ArrayBuffer.isView(chunk)) throw new ChatConfigurationError('fetch must give a body of bytes')
}

/** The body of node-fetch, of cross-fetch and of test doubles is a stream of Node, or any async iterable. */
function readerOf(body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>) {
  try {
    if ('getReader' in body) return body.getReader()
    const chunks = body[Symbol.asyncIterator]()
    return { read: () => chunks.next(), cancel: async () => chunks.return?.() }
  } catch (cause) {
    throw new ChatConfigurationError('fetch must give a body that can be read', { cause })
  }
}
