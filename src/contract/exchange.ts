import type { Conversation } from '../../generated/types.ts'

/** What goes out. Whatever is left out is what a well-behaved client sends. */
export interface ListRequest {
  /** Default: GET. */
  method?: string
  /** Default: the target's organization. */
  organizationId?: string
  /** Query parameters as they are sent, in order; a name may stand twice. Default: none. */
  query?: [name: string, value: string][]
  /** The `Authorization` header; `null` sends none. Default: the target's token as a bearer. */
  authorization?: Credential | null
  /** Every server should answer it: it is repeated when the server fails, and judged by how it was answered. */
  wellFormed?: true
}

/** A header value that holds a secret, beside the words that may be shown instead. */
export interface Credential {
  send: string
  show: string
}

/** What came back, as it was on the wire. */
export interface Answer {
  status: number
  headers: Headers
  /** The body as text; undefined when the bytes are not UTF-8. */
  text: string | undefined
  /** The body as JSON; undefined when it isn't JSON. */
  json: unknown
  /** A byte order mark stood before the body. */
  byteOrderMark: boolean
  /** What the body is that was too large to be read whole or parsed, in words; the text is what was read of it. */
  unread?: string
  /** JSON pointer to what is nested deeper than can be judged: there, `json` is cut. */
  tooDeep?: string
}

/** Why nothing usable came back. */
export interface Failure {
  kind: 'timeout' | 'connection' | 'incomplete' | 'no room'
  message: string
}

/** One request and what came back. Free of secrets: `url` and `authorization` are as they may be shown. */
export interface Exchange {
  /** The order in which exchanges were started, from 1. */
  sequence: number
  method: string
  url: string
  organizationId: string
  query: [name: string, value: string][]
  authorization: string | null
  wellFormed: boolean
  /** Milliseconds from sending to the end of the body. */
  duration: number
  answer?: Answer
  failure?: Failure
}

/** The members of a JSON array; undefined for everything else. */
export function itemsOf({ answer }: Exchange): unknown[] | undefined {
  return answer && Array.isArray(answer.json) ? answer.json : undefined
}

/** The conversations of a successful list; undefined when the exchange is anything else. */
export function listOf(exchange: Exchange): Conversation[] | undefined {
  if (exchange.answer?.status !== 200) return undefined
  const items = itemsOf(exchange)
  return items?.every(isRecord) ? (items as Conversation[]) : undefined
}

/** Whether the server said that it won't answer such a request. */
export const isRefused = ({ answer }: Exchange): boolean =>
  answer !== undefined && answer.status >= 400 && answer.status < 500

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What came back, in a few words that hold nobody's data. */
export function describe({ answer, failure }: Exchange): string {
  if (!answer) return failure ? failure.message : 'nothing'
  const items = Array.isArray(answer.json) ? answer.json.length : undefined
  if (items !== undefined) return `${answer.status} with ${items === 1 ? '1 conversation' : `${items} conversations`}`
  if (answer.unread) return `${answer.status} with ${answer.unread}`
  if (answer.text === '') return `${answer.status} with an empty body`
  if (answer.text === undefined) return `${answer.status} with a body that is not UTF-8`
  if (answer.json === undefined) return `${answer.status} with a body that is not JSON`
  return `${answer.status} with ${answer.json === null ? 'null' : `a JSON ${typeof answer.json}`}`
}
