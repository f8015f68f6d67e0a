import { answerBounds, type Room } from './bounds.ts'

/** An answer broke off in its body. */
export class IncompleteError extends Error {}

/** No room is left for this body beside all that were kept before. */
export class NoRoomError extends Error {}

/**
 * Reads a body until it ends or is longer than one may be, and takes it from the room that all of them share.
 *
 * @param aborted Rejects when the exchange is given up: a body that stalls is not always woken by the abort itself.
 */
export async function readBody(
  response: Response,
  aborted: Promise<never>,
  room: Room,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  const reader = response.body?.getReader()
  let size = 0
  try {
    while (reader && size <= answerBounds.bytes) {
      const { done, value } = await Promise.race([reader.read(), aborted])
      if (done) return { bytes: join(chunks, size), isWhole: true }
      size += value.byteLength
      room.bytes -= value.byteLength
      if (room.bytes < 0) throw new NoRoomError()
      chunks.push(value)
    }
  } catch (error) {
    room.bytes += size
    reader?.cancel().catch(() => {})
    throw error instanceof TypeError ? new IncompleteError() : error
  }
  reader?.cancel().catch(() => {})
  return { bytes: join(chunks, size), isWhole: !reader }
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
