import type { Conversation } from '../../generated/types.ts'
import { type Answer, errorAnswer } from './answer.ts'
import type { Exchange, PageQuery } from './exchange.ts'
import { commonHeaders, preflightHeaders } from './headers.ts'
import { otherAnswer } from './other-operations.ts'
import { knownParameters, pageQuery } from './parameters.ts'
import type { RateLimit } from './rate-limit.ts'
import { type Handlers, openRoutes, operationOf } from './routes.ts'
import type { Seams } from './seams.ts'
import { bearerToken, sameToken } from './tokens.ts'
import { UnavailableError } from './unavailable-error.ts'

/** What a sandbox needs to answer. */
export interface Handling {
  seams: Seams
  maxLimit: number
  rateLimit?: RateLimit | undefined
  requestId: () => string
}

/** Answers one exchange, through each seam in turn. */
export async function handle(exchange: Exchange, handling: Handling): Promise<Answer> {
  const { seams, requestId } = handling
  const answer = (await seams.receive?.(exchange)) ?? (await route(exchange, handling).catch(answerUnavailable))
  const headers = { ...commonHeaders, 'X-Request-Id': requestId(), ...answer.headers }
  return (await seams.respond?.({ ...answer, headers }, exchange)) ?? { ...answer, headers }
}

async function route(exchange: Exchange, handling: Handling): Promise<Answer> {
  const { method, path, headers } = exchange.request
  if (method === 'OPTIONS') return { status: 204, headers: { ...preflightHeaders } }
  const wait = handling.rateLimit?.(exchange.clock.now()) ?? 0
  if (wait > 0) return errorAnswer(429, 'Too many requests', { 'Retry-After': String(Math.ceil(wait / 1_000)) })
  if (!isDecodable(path)) return errorAnswer(400, 'The path is not correctly percent-encoded')
  const routes = await openRoutes()
  const read = { ...exchange.request, method: method === 'HEAD' ? 'GET' : method }
  const request = {
    method: read.method,
    path,
    query: knownParameters(exchange, operationOf(read) ?? { parameters: {} }),
    headers: headers as Record<string, string | string[]>,
  }
  return routes.handleRequest(request, handlersFor(handling), exchange)
}

/**
 * A moment is enough for a queue to get shorter; a server that restarts is asked again as often as need be. Whoever asks again
 * at once comes in line behind others that would connect: they get their turn, and those being served keep theirs.
 */
function answerUnavailable(error: unknown): Answer {
  if (error instanceof UnavailableError)
    return errorAnswer(503, error.message, { 'Retry-After': '1', Connection: 'close' })
  throw error
}

function handlersFor({ seams, maxLimit }: Handling): Handlers {
  const permit = (exchange: Exchange, organizationId: string) => {
    const next = () => refusalFor(exchange, organizationId)
    return seams.permit ? seams.permit(organizationId, next, exchange) : next()
  }
  return {
    authenticate: (exchange) => {
      const next = () => callerOf(exchange)
      const caller = seams.authenticate ? seams.authenticate(exchange, next) : next()
      if (caller) exchange.caller = caller
      return caller !== undefined
    },
    refuse: (exchange, problems) => {
      const next = () => errorAnswer(400, problems)
      return seams.refuse ? seams.refuse(exchange, next) : next()
    },
    other: async (exchange, operation, path, given) => {
      const refusal = path.organization_id !== undefined && permit(exchange, path.organization_id)
      return refusal || otherAnswer(exchange, operation, path, given, maxLimit)
    },
    list: async (exchange, organizationId, given) => {
      const refusal = permit(exchange, organizationId)
      if (refusal) return refusal
      const query = pageQuery(organizationId, given, maxLimit)
      exchange.query = query
      const next = (page: PageQuery) => exchange.store.list(page, exchange.signal)
      const conversations = seams.list ? await seams.list(query, next, exchange) : await next(query)
      const size = conversations.length
      const json = seams.conversation
        ? conversations.map((one, index) => seams.conversation?.(one as Conversation, { index, size, query }, exchange))
        : conversations
      return { status: 200, headers: {}, json }
    },
  }
}

function callerOf({ request, organizations }: Exchange) {
  const token = bearerToken(request.headers.authorization)
  if (token === undefined) return undefined
  // Every token is compared, so that the time tells nothing about which one was nearly right.
  return organizations.filter((organization) => sameToken(organization.token, token))[0]
}

function refusalFor({ caller, organizations }: Exchange, organizationId: string): Answer | undefined {
  if (caller?.id === organizationId) return undefined
  const exists = organizations.some(({ id }) => id === organizationId)
  return exists
    ? errorAnswer(403, 'The token has no right to this organization')
    : errorAnswer(404, 'There is no such organization')
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
