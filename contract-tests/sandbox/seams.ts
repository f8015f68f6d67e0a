import type { Conversation } from '../../generated/types.ts'
import type { Answer } from './answer.ts'
import type { Exchange, Organization, PageQuery } from './exchange.ts'

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
  /** Reads or changes the request before anything looks at it; an answer ends the exchange. */
  receive?(exchange: Exchange): Awaitable<Answer | undefined>
  /** Finds the organization whose token was sent; without one the answer is 401. */
  authenticate?(exchange: Exchange, next: () => Organization | undefined): Organization | undefined
  /** Answers a request whose parameters can't be used; undefined lets it go on with the defaults in their place. */
  refuse?(exchange: Exchange, next: () => Answer): Answer | undefined
  /** Tells whether the caller may read an organization; an answer is the refusal. */
  permit?(organizationId: string, next: () => Answer | undefined, exchange: Exchange): Answer | undefined
  /** Asks storage for a page. */
  list?(
    query: PageQuery,
    next: (query: PageQuery) => Promise<Conversation[]>,
    exchange: Exchange,
  ): Awaitable<readonly unknown[]>
  /** Changes one conversation on its way into the body. */
  conversation?(conversation: Conversation, place: Place, exchange: Exchange): unknown
  /** Changes the finished answer. */
  respond?(answer: Answer, exchange: Exchange): Awaitable<Answer>
}
