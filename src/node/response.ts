import type { Dispatcher } from 'undici'
import { decoded } from './decoded.ts'
import { responseOf } from './light-response.ts'

/** An answer of undici as `fetch` gives it. */
export async function responseFrom(
  { statusCode: status, statusText, headers, body }: Dispatcher.ResponseData,
  url: string,
  signal: AbortSignal | null | undefined,
  hasBody: boolean,
): Promise<Response> {
  try {
    const encoding = String(headers['content-encoding'] ?? '')
    const isEmpty = !hasBody || withoutBody.includes(status)
    if (isEmpty) body.resume()
    const stream = isEmpty ? undefined : encoding ? await decoded(body, encoding) : body
    return responseOf({ status, statusText, headers, url, stream, signal })
  } catch (error) {
    body.destroy()
    throw error
  }
}

/** With these, the platform allows no body. */
const withoutBody = [204, 205, 304]
