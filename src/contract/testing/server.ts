import type { Fetch } from '../wire.ts'

export interface Received {
  url: URL
  headers: Headers
}

type Handler = (request: Received, count: number) => Response | Promise<Response>

/** A `fetch` that a test answers itself, and what it was asked for. */
export function fetchOf(handler: Handler): { fetch: Fetch; received: Received[] } {
  const received: Received[] = []
  const fetch: Fetch = async (url, { headers }) => {
    const request = { url: new URL(url), headers: new Headers(headers) }
    received.push(request)
    return handler(request, received.length)
  }
  return { fetch, received }
}

/** A page of a list that keeps the contract, as a server would send it. */
export const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), { ...init, headers: { 'Content-Type': 'application/json', ...init.headers } })
