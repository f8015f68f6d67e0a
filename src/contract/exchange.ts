import type { OperationFacts, SchemaFacts } from '../../generated/facts.ts'
import { bodyOf, itemOf, nounOf } from './operation.ts'

/** What is varied of a request to an operation. Whatever is left out is what a well-behaved client sends. */
export interface Variation {
  /** Default: the operation's. */
  method?: string
  /** Other values than the target's for parameters of the path. */
  path?: PathValues
  /** Query parameters as they are sent, in order; a name may stand twice. Default: none. */
  query?: [name: string, value: string][]
  /** The `Authorization` header; `null` sends none. Default: the target's token as a bearer. */
  authorization?: Credential | null
  /** Every server should answer it: it is repeated when the server fails, and judged by how it was answered. */
  wellFormed?: true
}

/** Values by the name of the parameter. */
export type PathValues = Readonly<Record<string, string>>

/** What goes out. */
export interface ProbeRequest extends Variation {
  operation: OperationFacts
  path: PathValues
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
  operation: OperationFacts
  method: string
  url: string
  path: PathValues
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

/** What an answer holds, with its JSON pointer. */
export interface Entry {
  value: unknown
  at: string
}

/** What an answer holds: the items of an array, or the body itself where the contract describes no array. */
export function entriesOf(exchange: Exchange): Entry[] {
  const { operation, answer } = exchange
  if (bodyOf(operation)?.items) return (itemsOf(exchange) ?? []).map((value, index) => ({ value, at: `/${index}` }))
  return answer?.json === undefined ? [] : [{ value: answer.json, at: '' }]
}

/** An item of a list. */
export interface Item {
  /** What tells it from others, as it came. */
  id: string
  values: Record<string, unknown>
  /** What the contract says of it. */
  schema: SchemaFacts
}

/** Many clauses look at the same exchanges. */
const lists = new WeakMap<Exchange, Item[]>()

/** The items of a successful list; undefined when the exchange is anything else. */
export function listOf(exchange: Exchange): Item[] | undefined {
  if (exchange.answer?.status !== 200) return undefined
  const known = lists.get(exchange)
  if (known) return known
  const schema = itemOf(exchange.operation)?.schema
  const items = itemsOf(exchange)
  if (!schema || !items?.every(isRecord)) return undefined
  const idField = exchange.operation.list?.id ?? ''
  const list = items.map((values) => ({ id: values[idField] as string, values, schema }))
  lists.set(exchange, list)
  return list
}

/** Whether the server said that it won't answer such a request. */
export const isRefused = ({ answer }: Exchange): boolean =>
  answer !== undefined && answer.status >= 400 && answer.status < 500

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What came back, in a few words that hold nobody's data. */
export function describe({ operation, answer, failure }: Exchange): string {
  if (!answer) return failure ? failure.message : 'nothing'
  const items = Array.isArray(answer.json) ? answer.json.length : undefined
  const { one, many } = nounOf(operation)
  if (items !== undefined) return `${answer.status} with ${items} ${items === 1 ? one : many}`
  if (answer.unread) return `${answer.status} with ${answer.unread}`
  if (answer.text === '') return `${answer.status} with an empty body`
  if (answer.text === undefined) return `${answer.status} with a body that is not UTF-8`
  if (answer.json === undefined) return `${answer.status} with a body that is not JSON`
  return `${answer.status} with ${answer.json === null ? 'null' : `a JSON ${typeof answer.json}`}`
}
