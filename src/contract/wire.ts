import { connectionWords } from '../http/connection-words.ts'
import { checkBounds, type Room } from './bounds.ts'
import type { Clock } from './clock.ts'
import { decodeBody } from './decode-body.ts'
import type { Answer, Exchange, Failure, ProbeRequest } from './exchange.ts'
import { IncompleteError, NoRoomError, readBody } from './read-body.ts'
import { bearer, redact } from './secrets.ts'
import type { ResolvedTarget } from './target.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface WireOptions {
  target: ResolvedTarget
  fetch: Fetch
  clock: Clock
  /** Milliseconds until an exchange counts as failed, the body included. */
  timeout: number
  /** What the bodies may still hold together. Default: as much as in a whole check. */
  room?: Room
  signal?: AbortSignal | undefined
}

/** Sends one request exactly as asked, follows no redirect, retries nothing, and records what came back. */
export async function exchangeOver(wire: WireOptions, request: ProbeRequest, sequence: number): Promise<Exchange> {
  const { target, clock } = wire
  const { operation, path, method = operation.method, query = [] } = request
  const authorization = request.authorization === undefined ? bearer(target) : request.authorization
  const place = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  const url = target.baseUrl + place + search
  const exchange: Exchange = {
    sequence,
    operation,
    method,
    url: redact(url, target),
    path,
    query: query.map(([name, value]) => [name, redact(value, target)]),
    authorization: authorization?.show ?? null,
    wellFormed: request.wellFormed ?? false,
    duration: 0,
  }
  const started = clock.now()
  try {
    const headers = { Accept: 'application/json', ...(authorization && { Authorization: authorization.send }) }
    exchange.answer = await answerTo(url, { method, headers }, wire)
  } catch (error) {
    wire.signal?.throwIfAborted()
    exchange.failure = failureFrom(error, wire.timeout)
  }
  exchange.duration = clock.now() - started
  return exchange
}

async function answerTo(url: string, init: RequestInit, wire: WireOptions): Promise<Answer> {
  const controller = new AbortController()
  const abort = () => controller.abort(wire.signal?.reason)
  wire.signal?.addEventListener('abort', abort, { once: true })
  const inTime = wire.clock.after(wire.timeout, () => controller.abort(new TimeLimitError()))
  // A body that stalls is not always woken by the abort, so the read itself is raced against it.
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true })
  })
  aborted.catch(() => {})
  try {
    const response = await Promise.race([
      wire.fetch(url, { ...init, redirect: 'manual', signal: controller.signal }),
      aborted,
    ])
    const { room = { ...checkBounds } } = wire
    const { bytes, isWhole } = await readBody(response, aborted, room)
    return Object.assign(decodeBody(bytes, isWhole, room), { status: response.status, headers: response.headers })
  } finally {
    inTime()
    wire.signal?.removeEventListener('abort', abort)
  }
}

class TimeLimitError extends Error {}

function failureFrom(error: unknown, timeout: number): Failure {
  if (error instanceof TimeLimitError) return { kind: 'timeout', message: `no complete answer within ${timeout} ms` }
  if (error instanceof NoRoomError)
    return { kind: 'no room', message: 'a body past what all answers may hold together' }
  if (error instanceof IncompleteError) return { kind: 'incomplete', message: 'an answer that broke off in its body' }
  return { kind: 'connection', message: `no answer: ${connectionWords(error) ?? 'the connection failed'}` }
}
