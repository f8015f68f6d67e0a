import { askForToken, type Token } from './bearer-token.ts'
import type { Clock } from './clock.ts'
import { onAbort } from './on-abort.ts'
import { type Reading, readBody } from './read-body.ts'

/** What is sent, the token apart. */
export interface Outgoing {
  method: string
  url: string
  headers: Headers
  signal?: AbortSignal | undefined
}

/** What came back, read to its end. */
export interface Received {
  response: Response
  bytes: Uint8Array<ArrayBuffer>
}

export interface AttemptSettings {
  token: Token
  fetch: typeof fetch
  timeout: number
  maxBodyBytes: number
  clock: Clock
}

/** The time limit of an attempt passed. */
export class AttemptTimeout extends Error {}

/** As much of an error's body as is kept. */
const errorBodyBytes = 64 * 1024

/**
 * Sends a request once and reads the answer to its end. One controller and one timer cover token, headers and body;
 * a combined signal, or one that a Request carries, may be collected before it fires. A `fetch` that ignores
 * its signal is left behind.
 */
export function attempt(request: Outgoing, settings: AttemptSettings): Promise<Received> {
  const { signal } = request
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const reading: Reading = {}
    const finish = () => {
      cancelTimer()
      off()
    }
    const stop = (reason: unknown) => {
      finish()
      // The status of an error is worth more than the news that its body didn't come.
      if (reading.refusal && !signal?.aborted) resolve({ response: reading.refusal, bytes: new Uint8Array() })
      else reject(reason)
      controller.abort(reason)
      reading.reader?.cancel().catch(() => {})
    }
    const cancelTimer = settings.clock.after(settings.timeout, () => stop(new AttemptTimeout()))
    const off = onAbort(signal, () => stop(signal?.reason))
    exchange(request, settings, controller.signal, reading).then((received) => {
      finish()
      resolve(received)
    }, stop)
  })
}

async function exchange(
  { method, url, headers }: Outgoing,
  { token, fetch, maxBodyBytes }: AttemptSettings,
  signal: AbortSignal,
  reading: Reading,
): Promise<Received> {
  headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await askForToken(token)}`)
  signal.throwIfAborted()
  // A redirect isn't followed: it would take the request, and where a `fetch` is lax the token, to somebody else.
  const response = await fetch(url, { method, headers, signal, redirect: 'manual' })
  if (!response.ok) reading.refusal = response
  if (signal.aborted) await response.body?.cancel()
  const bytes = await readBody(response, response.ok ? maxBodyBytes : errorBodyBytes, !response.ok, reading)
  return { response, bytes }
}
