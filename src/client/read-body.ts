import { lightOf } from '../http/light.ts'
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
  const chunks: Uint8Array[] = []
  let size = 0
  while (size <= limit) {
    const { done, value } = await reader.read()
    if (done) break
    // Not `instanceof`: in Jest and in frames there are several classes of that name.
    if (!ArrayBuffer.isView(value)) throw new ChatConfigurationError('fetch must give a body of bytes')
    chunks.push(value)
    size += value.byteLength
  }
  if (size > limit) cancel()
  if (chunks.length === 1) return chunks[0] as Uint8Array
  const whole = new Uint8Array(size)
  for (const chunk of chunks.reverse()) {
    size -= chunk.byteLength
    whole.set(chunk, size)
  }
  return whole
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
