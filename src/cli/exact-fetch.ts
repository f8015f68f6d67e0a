import { defaults } from '../index.ts'
import { keepNumbers } from './exact-numbers.ts'

/**
 * A `fetch` whose answers hold every number digit by digit, for a reader who uses `JSON.parse`; see `keepNumbers`. What is
 * no success, or larger than the client reads, is handed on as it is.
 */
export function exactFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (...request) => {
    const response = await fetch(...request)
    const { ok, redirected, body, status, headers } = response
    if (!ok || redirected || !body) return response
    const bytes = await readUntil(defaults.maxBodyBytes, body)
    return new Response(bytes.length > defaults.maxBodyBytes ? bytes : withNumbersKept(bytes), { status, headers })
  }
}

/** All of a body; or of a larger one enough to see that it is larger. */
async function readUntil(limit: number, body: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}

/** Each byte is taken for a character: those of JSON itself are ASCII, and all others come back as they were. */
function withNumbersKept(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const text = bytes.toString('latin1')
  const kept = keepNumbers(text)
  return kept === text ? bytes : Buffer.from(kept, 'latin1')
}
