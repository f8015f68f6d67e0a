/** The body went over the limit. */
export class BodyTooLarge extends Error {
  readonly response: Response

  constructor(response: Response) {
    super()
    this.response = response
  }
}

/** What is being read, so that it can be stopped from outside: an abort alone doesn't stop every `fetch` there is. */
export interface Reading {
  /** An answer that is an error: its status counts even if its body doesn't come. */
  refusal?: Response
  reader?: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
}

/**
 * Reads a body of at most `limit` bytes, counted after decompression; of a longer one it keeps the beginning (`cut`)
 * or refuses it.
 */
export async function readBody(
  response: Response,
  limit: number,
  cut: boolean,
  reading: Reading,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!cut && Number(response.headers.get('content-length')) > limit) throw new BodyTooLarge(response)
  // React Native has no streams.
  if (!response.body) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  reading.reader = reader
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
    if (size <= limit) continue
    if (!cut) throw new BodyTooLarge(response)
    void reader.cancel().catch(() => {})
    break
  }
  return join(chunks, Math.min(size, limit))
}

function join(chunks: Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  const [first] = chunks
  if (first?.byteLength === size) return first
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, size - at)
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
