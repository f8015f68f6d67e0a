import { lightOf } from '../http/light.ts'
import { askForToken, type Token } from './bearer-token.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { readBody } from './read-body.ts'
import { wait } from './wait.ts'

/** What is sent; each attempt puts the token into the headers, whose names are in lower case. */
export interface Outgoing {
  method: string
  url: string
  headers: Record<string, string>
  signal?: AbortSignal | null | undefined
}

/** What came back. */
export interface Received {
  response: Response
  /** The body, read until its end or until it went over the limit. */
  bytes: Uint8Array
}

export interface AttemptSettings {
  token: Token
  fetch: typeof fetch
  maxBodyBytes: number
}

/** As much of an error's body as is read. */
const errorBodyBytes = 64 * 1024

/**
 * Sends a request once and reads the answer to its end. One controller and one timer cover token, headers and body:
 * a combined signal, or one that a Request carries, may be collected before it fires. A `fetch` that ignores
 * its signal isn't waited for.
 */
export const attempt = (request: Outgoing, settings: AttemptSettings, timeout: number) =>
  new Promise<Received>((resolve, reject) => {
    const controller = new AbortController()
    const { signal } = controller
    let refusal: Response | undefined
    const stop = (reason: unknown) => {
      finish()
      // The status of an error is worth more than the news that its body didn't come.
      if (refusal && !request.signal?.aborted) resolve({ response: refusal, bytes: new Uint8Array() })
      reject(reason)
      controller.abort()
    }
    const finish = wait(timeout, request.signal, stop)

    const exchange = async () => {
      const { method, url, headers } = request
      headers.authorization = `Bearer ${await askForToken(settings.token)}`
      signal.throwIfAborted()
      // A redirect isn't followed: it would take the request, and where a `fetch` is lax the token, to somebody else.
      const response = checkResponse(await settings.fetch(url, { method, headers, signal, redirect: 'manual' }))
      if (signal.aborted) await response.body?.cancel?.()
      if (!response.ok) refusal = response
      const bytes = await readBody(response, response.ok ? settings.maxBodyBytes : errorBodyBytes, signal)
      finish()
      resolve({ response, bytes: response.ok ? bytes : bytes.subarray(0, errorBodyBytes) })
    }
    exchange().catch(stop)
  })

/** Refuses what a custom `fetch` gave, a library's or a test's, where it is no Response: another attempt wouldn't help. */
function checkResponse(given: unknown): Response {
  const response = Object(given) as Response
  if (!lightOf(response)) {
    const { status, headers, body, arrayBuffer } = response as Partial<Response>
    // React Native has no streams, but `arrayBuffer`.
    if (!(Number.isInteger(status) && headers?.get && (body || arrayBuffer))) {
      throw new ChatConfigurationError('fetch must give a Response')
    }
  }
  return response
}
