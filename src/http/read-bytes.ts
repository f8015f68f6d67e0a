/**
 * Reads a body until it ends, or until more than `limit` bytes came.
 *
 * @param read Gives the next chunk, as the reader of a stream does.
 * @param accept Sees each chunk before it is kept; what it throws ends the reading.
 */
export async function readBytes(
  read: () => Promise<{ done?: boolean | undefined; value?: Uint8Array | undefined }>,
  limit: number,
  accept: (chunk: Uint8Array) => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  while (size <= limit) {
    const { done, value } = await read()
    if (done) break
    const chunk = value as Uint8Array
    accept(chunk)
    chunks.push(chunk)
    size += chunk.byteLength
  }
  if (chunks.length === 1) return chunks[0] as Uint8Array
  const whole = new Uint8Array(size)
  for (const chunk of chunks.reverse()) {
    size -= chunk.byteLength
    whole.set(chunk, size)
  }
  return whole
}
