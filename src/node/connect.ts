import { buildConnector } from 'undici/index.js'

/** Gives the signal that aborts when nobody waits any more for the connection that is being opened. */
let opening: (() => AbortSignal) | undefined

/**
 * Sends something, whose new connections are given up when `signal` aborts: undici itself lets them go on until they
 * are open or take too long. It opens them while it dispatches, so that they are those of the request at hand. The signal has to
 * stay silent once the connection serves, since others come to use it.
 */
export function openedFor<T>(signal: () => AbortSignal, send: () => T): T {
  opening = signal
  try {
    return send()
  } finally {
    opening = undefined
  }
}

/** Opens connections to servers and to proxies, with these settings for TLS. */
export const connector =
  (tls: buildConnector.BuildOptions): buildConnector.connector =>
  (options, callback) =>
    buildConnector({ ...tls, ...(opening && { signal: opening() }) })(options, callback)
