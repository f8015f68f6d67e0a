/** A body that is being read, so that it can be stopped from outside: an abort alone doesn't stop every `fetch` there is. */
export interface Reading {
  reader?: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
}

/** Reads a body until it ends, or has gone over `limit` bytes, counted after decompression. */
export async function readBody(response: Response, limit: number, reading: Reading): Promise<Uint8Array<ArrayBuffer>> {
  // No body; or React Native, which has no streams.
  if (!response.body) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  reading.reader = reader
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  while (size <= limit) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
  }
  if (size > limit) reader.cancel().catch(() => {})
  return join(chunks, size)
}

function join(chunks: Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  if (chunks.length === 1) return chunks[0] as Uint8Array<ArrayBuffer>
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
