import { once } from 'node:events'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/** What the client asks servers for. */
export const acceptedCodings = 'gzip, deflate, br'

/** More than one is rare, and many make much of little. */
const mostCodings = 3

const chunkSize = 64 * 1024
// As browsers do, a stream that lacks its very end is taken: whether the body is whole, its content tells.
const zlib = { chunkSize, flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }
const brotli = { chunkSize, flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH }

const gunzip = async () => createGunzip(zlib)
const decoders: Record<string, (body: Readable) => Promise<Transform>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: async () => createBrotliDecompress(brotli),
  deflate: async (body) => (((await firstByte(body)) & 0x0f) === 0x08 ? createInflate(zlib) : createInflateRaw(zlib)),
}

/** A body as it was before it was encoded, piece by piece as it is read. In a coding that nobody asked for, it stays as it came. */
export async function decoded(body: Readable, contentEncoding: string): Promise<Readable> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding && coding !== 'identity')
  if (codings.length > mostCodings || !codings.every((coding) => Object.hasOwn(decoders, coding))) return body
  let plain = body
  for (const coding of codings.reverse()) {
    const decoder = await decoders[coding]?.(plain)
    // What goes wrong shows in what is read.
    if (decoder) plain = pipeline(plain, decoder, () => {})
  }
  return plain
}

/** Some servers send `deflate` without the header of its format. */
async function firstByte(body: Readable): Promise<number> {
  await once(body, 'readable')
  const first: Buffer | null = body.read()
  if (first) body.unshift(first)
  return first?.[0] ?? 0
}
