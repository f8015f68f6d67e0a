import type { Conversation } from '../../generated/types.ts'
import type { Reply } from './reply.ts'
import type { Organization, PageQuery, RequestContext } from './request.ts'

type Awaitable<T> = T | Promise<T>

/** Where one conversation stands in a list. */
export interface Place {
  /** In the page, from 0. */
  index: number
  /** How many conversations the page has. */
  size: number
  query: PageQuery
}

/**
 * The places at which a sandbox can be made to behave in another way, in the order in which a request passes them.
 * `next` is what the sandbox does by itself.
 */
export interface Seams {
  /** Reads or changes the request before anything looks at it; a reply here is final. */
  receive?(context: RequestContext): Awaitable<Reply | undefined>
  /** Finds the organization whose token was sent; without one the answer is 401. */
  authenticate?(context: RequestContext, next: () => Organization | undefined): Organization | undefined
  /** Answers a request whose parameters can't be used; undefined lets it go on with the defaults in their place. */
  refuse?(context: RequestContext, next: () => Reply): Reply | undefined
  /** Tells whether the caller may read an organization; a reply is the refusal. */
  permit?(organizationId: string, next: () => Reply | undefined, context: RequestContext): Reply | undefined
  /** Asks storage for a page. */
  list?(
    query: PageQuery,
    next: (query: PageQuery) => Promise<Conversation[]>,
    context: RequestContext,
  ): Awaitable<readonly unknown[]>
  /** Changes one conversation on its way into the body. */
  conversation?(conversation: Conversation, place: Place, context: RequestContext): unknown
  /** Changes the finished reply. */
  respond?(reply: Reply, context: RequestContext): Awaitable<Reply>
}
