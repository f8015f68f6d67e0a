import type { Conversation } from '../../generated/types.ts'
import { organizationParameter } from './fields.ts'
import { commonHeaders, preflightHeaders } from './headers.ts'
import { otherReply } from './other-operations.ts'
import { knownParameters, pageQuery } from './parameters.ts'
import type { RateLimit } from './rate-limit.ts'
import { errorReply, type Reply } from './reply.ts'
import type { PageQuery, RequestContext } from './request.ts'
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

/** Answers one request, through each seam in turn. */
export async function handle(context: RequestContext, handling: Handling): Promise<Reply> {
  const { seams, requestId } = handling
  const reply = (await seams.receive?.(context)) ?? (await route(context, handling).catch(answerUnavailable))
  const headers = { ...commonHeaders, 'X-Request-Id': requestId(), ...reply.headers }
  return (await seams.respond?.({ ...reply, headers }, context)) ?? { ...reply, headers }
}

async function route(context: RequestContext, handling: Handling): Promise<Reply> {
  const { method, path, headers } = context.request
  if (method === 'OPTIONS') return { status: 204, headers: { ...preflightHeaders } }
  const wait = handling.rateLimit?.(context.clock.now()) ?? 0
  if (wait > 0) return errorReply(429, 'Too many requests', { 'Retry-After': String(Math.ceil(wait / 1_000)) })
  if (!isDecodable(path)) return errorReply(400, 'The path is not correctly percent-encoded')
  const routes = await openRoutes()
  const read = { ...context.request, method: method === 'HEAD' ? 'GET' : method }
  const request = {
    method: read.method,
    path,
    query: knownParameters(context, operationOf(read) ?? { parameters: {} }),
    headers: headers as Record<string, string | string[]>,
  }
  return routes.handleRequest(request, handlersFor(handling), context)
}

/**
 * A moment is enough for a queue to get shorter; a server that restarts is asked again as often as need be. Whoever asks again
 * at once comes in line behind others that would connect: they get their turn, and those being served keep theirs.
 */
function answerUnavailable(error: unknown): Reply {
  if (error instanceof UnavailableError)
    return errorReply(503, error.message, { 'Retry-After': '1', Connection: 'close' })
  throw error
}

function handlersFor({ seams, maxLimit }: Handling): Handlers {
  const permit = (context: RequestContext, organizationId: string) => {
    const next = () => refusalFor(context, organizationId)
    return seams.permit ? seams.permit(organizationId, next, context) : next()
  }
  return {
    authenticate: (context) => {
      const next = () => callerOf(context)
      const caller = seams.authenticate ? seams.authenticate(context, next) : next()
      if (caller) context.caller = caller
      return caller !== undefined
    },
    refuse: (context, problems) => {
      const next = () => errorReply(400, problems)
      return seams.refuse ? seams.refuse(context, next) : next()
    },
    other: async (context, operation, path, given) => {
      const organizationId = path[organizationParameter]
      const refusal = organizationId !== undefined && permit(context, organizationId)
      return refusal || otherReply(context, operation, path, given, maxLimit)
    },
    list: async (context, organizationId, given) => {
      const refusal = permit(context, organizationId)
      if (refusal) return refusal
      const query = pageQuery(organizationId, given, maxLimit)
      context.query = query
      const next = (page: PageQuery) => context.store.list(page, context.signal)
      const conversations = seams.list ? await seams.list(query, next, context) : await next(query)
      const size = conversations.length
      const json = seams.conversation
        ? conversations.map((one, index) => seams.conversation?.(one as Conversation, { index, size, query }, context))
        : conversations
      return { status: 200, headers: {}, json }
    },
  }
}

function callerOf({ request, organizations }: RequestContext) {
  const token = bearerToken(request.headers.authorization)
  if (token === undefined) return undefined
  // Every token is compared, so that the time tells nothing about which one was nearly right.
  return organizations.filter((organization) => sameToken(organization.token, token))[0]
}

function refusalFor({ caller, organizations }: RequestContext, organizationId: string): Reply | undefined {
  if (caller?.id === organizationId) return undefined
  const exists = organizations.some(({ id }) => id === organizationId)
  return exists
    ? errorReply(403, 'The token has no right to this organization')
    : errorReply(404, 'There is no such organization')
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
