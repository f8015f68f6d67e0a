import { readBytes } from '../http/read-bytes.ts'
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
  const reader = response.body?.getReader()
  if (!reader) return { bytes: new Uint8Array(), isWhole: true }
  let size = 0
  const takeRoom = ({ byteLength }: ArrayBufferView) => {
    // Not taken before it is known to be there: another body, read meanwhile, would find none either.
    if (byteLength > room.bytes) throw new NoRoomError()
    size += byteLength
    room.bytes -= byteLength
  }
  try {
    const read = () => Promise.race([reader.read(), aborted])
    const bytes = await readBytes(read, answerBounds.bytes, takeRoom)
    return { bytes, isWhole: size <= answerBounds.bytes }
  } catch (error) {
    room.bytes += size
    throw error instanceof TypeError ? new IncompleteError() : error
  } finally {
    reader.cancel().catch(() => {})
  }
}
