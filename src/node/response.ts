import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { decoded } from './decoded.ts'
import { failed } from './failed.ts'

/** An answer of undici as `fetch` gives it. */
export async function responseFrom(
  { statusCode, statusText, headers, body }: Dispatcher.ResponseData,
  url: string,
  signal: AbortSignal | null | undefined,
  hasBody: boolean,
): Promise<Response> {
  try {
    const isOdd = statusCode > 599
    const encoding = String(headers['content-encoding'] ?? '')
    const stream =
      hasBody && !withoutBody.includes(statusCode)
        ? streamOf(encoding ? await decoded(body, encoding) : body, signal)
        : null
    if (!stream) body.resume()
    const response = new Response(stream, { status: isOdd ? 599 : statusCode, statusText, headers: entriesOf(headers) })
    return Object.defineProperties(response, {
      url: { value: url },
      // No program can make such a response, but a server can send it.
      ...(isOdd && { status: { value: statusCode } }),
    })
  } catch (error) {
    body.destroy()
    throw error
  }
}

/** With these, the platform allows no body. */
const withoutBody = [204, 205, 304]

const entriesOf = (headers: Dispatcher.ResponseData['headers']) =>
  Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )

/** Reads nothing before somebody asks for it. Node's own conversion costs three times as much. */
function streamOf(body: Readable, signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        body
          .on('data', (chunk: Uint8Array) => {
            controller.enqueue(chunk)
            body.pause()
          })
          .on('end', () => controller.close())
          .on('error', (cause) => controller.error(signal?.aborted ? signal.reason : failed('terminated', cause)))
          .pause()
      },
      pull: () => void body.resume(),
      cancel: () => void body.destroy(),
    },
    { highWaterMark: 0 },
  )
}
