/**
 * Reads a body until it ends, or until more than `limit` bytes came.
 *
 * @param read Gives the next chunk, as the reader of a stream does.
 * @param accept Sees each chunk before it is kept; what it throws ends the reading.
 */
export async function readBytes(
  read: () => Promise<{ done?: boolean | undefined; value?: ArrayBufferView | undefined }>,
  limit: number,
  accept: (chunk: ArrayBufferView) => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  while (size <= limit) {
    const { done, value } = await read()
    if (done) break
    const chunk = value as ArrayBufferView
    accept(chunk)
    const { buffer, byteOffset, byteLength } = chunk
    // A view of another kind, which a `fetch` of one's own may give, is no list of bytes.
    chunks.push(new Uint8Array(buffer, byteOffset, byteLength))
    size += byteLength
  }
  if (chunks.length === 1) return chunks[0] as Uint8Array
  const whole = new Uint8Array(size)
  for (const chunk of chunks.reverse()) {
    size -= chunk.byteLength
    whole.set(chunk, size)
  }
  return whole
}
