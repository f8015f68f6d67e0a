/** Reads a body until it ends, or has gone over `limit` bytes, counted after decompression. */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  // No body; or React Native, which has no streams.
  if (!response.body) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  // An abort alone doesn't stop every `fetch` there is.
  signal.onabort = cancel
  const chunks: Uint8Array[] = []
  let size = 0
  while (size <= limit) {
    const { done, value } = await reader.read()
    if (done) break
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
