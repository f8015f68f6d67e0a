import type { IncomingHttpHeaders } from 'node:http'
import type { Conversation } from '../../generated/types.ts'
import type { Clock } from './clock.ts'
import type { StoreQuery } from './sql.ts'
import type { Store } from './store.ts'

/** A request as the sandbox reads it. */
export interface SandboxRequest {
  method: string
  /** The path as it was sent, still percent-encoded, without the base path and the query. */
  path: string
  /** The query; parameters may be repeated, and unknown. */
  query: URLSearchParams
  headers: IncomingHttpHeaders
}

/** An organization of the sandbox, and the token that may read it. */
export interface Organization {
  id: string
  token: string
  /** The conversations it started with, in no promised order. */
  conversations: readonly Conversation[]
}

/** A list query together with the page that was asked for; `offset` and `limit` are what storage obeys. */
export interface PageQuery extends StoreQuery {
  page: number
  /** The limit that was asked for, before the sandbox's maximum. */
  requestedLimit: number
}

/** One request on its way through the sandbox, and what is known of it so far. */
export interface RequestContext {
  request: SandboxRequest
  /** The number of the request, counted over all requests of this sandbox from 1. */
  number: number
  organizations: readonly Organization[]
  store: Store
  clock: Clock
  /** Aborts when the client goes before it is answered. */
  signal: AbortSignal
  /** Known after authentication. */
  caller?: Organization
  /** Known once a page is asked of storage. */
  query?: PageQuery
}
