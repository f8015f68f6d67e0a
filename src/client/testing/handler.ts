import { operations } from '../../../generated/facts.ts'

const { parameters } = operations.listConversations

/** What a request looks like to the handler that stands for the server. */
export interface Seen {
  url: URL
  headers: Headers
  page: number
  limit: number
  signal: AbortSignal
  redirect: string | undefined
}

/** How many conversations this server puts on a page when nobody says. */
const ownLimit = 10

type Handler = (request: Seen) => Response | Promise<Response>

/** A `fetch` that is the test's own handler, and what it was asked. Like the real one it rejects when its signal aborts. */
export function handle(handler: Handler): { fetch: typeof fetch; seen: Seen[] } {
  const seen: Seen[] = []
  const number = (url: URL, name: string, fallback: number) => Number(url.searchParams.get(name) ?? fallback)
  return {
    seen,
    fetch: async (input, init) => {
      const url = new URL(String(input))
      const signal = init?.signal ?? new AbortController().signal
      const headers = new Headers(init?.headers)
      const request = {
        url,
        headers,
        signal,
        page: number(url, 'page', parameters.page.default),
        limit: number(url, 'limit', ownLimit),
        redirect: init?.redirect,
      }
      seen.push(request)
      signal.throwIfAborted()
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
      return Promise.race([handler(request), aborted])
    },
  }
}

/** A healthy server of the list. */
export const serve = (list: unknown[]) =>
  handle(({ page, limit }) => Response.json(list.slice((page - 1) * limit, page * limit)))
