import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import {
  errorReply,
  type PageQuery,
  type Place,
  type Reply,
  type RequestContext,
  type Seams,
} from '../sandbox/index.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

/** Any JSON object: a fault may break each rule that `Conversation` has. */
export type Values = Record<string, unknown>

type Next = (query: PageQuery) => Promise<Conversation[]>

export function fault(
  name: string,
  noticedBy: string,
  summary: string,
  seams: Fault['seams'],
  more: Pick<Fault, 'needs' | 'sandbox'> = {},
): Fault {
  return { name, noticedBy, summary, seams, ...more }
}

/** Enough for pages 10 and beyond at the default limit. */
export const deep: Pick<Fault, 'sandbox'> = {
  sandbox: { conversations: Math.max(137, 13 * parameters.limit.default + 7), seed: 'deep' },
}
export const needsOther: Pick<Fault, 'needs'> = { needs: ['other organization'] }
export const needsIntrusive: Pick<Fault, 'needs'> = { needs: ['intrusive'] }

/** Changes each conversation on its way out. */
export const each = (change: (conversation: Values, place: Place, context: RequestContext) => unknown): Seams => ({
  conversation: (conversation, place, context) => change({ ...conversation }, place, context),
})

/** Lets so many requests a second through, at even distances, and answers the others as nginx does: 503, and no word on when to come again. */
export function limitedTo(perSecond: number): Seams {
  let next = 0
  return {
    receive: ({ clock }) => {
      const now = clock.now()
      if (now < next) {
        return {
          status: 503,
          headers: { 'Content-Type': 'text/html' },
          raw: '<html><center><h1>503 Service Temporarily Unavailable</h1></center></html>',
        }
      }
      next = now + 1_000 / perSecond
      return undefined
    },
  }
}

/** Changes the array of an answer with status 200. */
export const onList = (change: (list: readonly unknown[], context: RequestContext) => unknown): Seams => ({
  respond: (reply, context) => (isList(reply) ? { ...reply, json: change(reply.json, context) } : reply),
})

/** Changes a whole answer with status 200. */
export const onSuccess = (
  change: (reply: Reply & { json: readonly unknown[] }, context: RequestContext) => Reply,
): Seams => ({
  respond: (reply, context) => (isList(reply) ? change(reply, context) : reply),
})

/** Asks storage for something else than what was asked of the sandbox. */
export const asking = (change: (query: PageQuery) => Partial<PageQuery>): Seams => ({
  list: (query, next) => next({ ...query, ...change(query) }),
})

/** Puts the whole list into another order before the page is cut from it. */
export const ordering = (reorder: (all: Conversation[], query: PageQuery) => Conversation[]): Seams => ({
  list: async (query, next) => pageOf(reorder(await wholeList(query, next), query), query),
})

/** Answers in another way when the caller is known and the query is of a certain kind. */
export const when = (
  test: (query: URLSearchParams, context: RequestContext) => boolean,
  change: (context: RequestContext, reply: Reply) => Reply | Promise<Reply>,
): Seams => ({
  respond: (reply, context) =>
    context.caller && test(context.request.query, context) ? change(context, reply) : reply,
})

/** Answers in another way when nobody may read: no token, or none that is known. */
export const whenRefused = (change: (reply: Reply, context: RequestContext) => Reply | Promise<Reply>): Seams => ({
  respond: (reply, context) => (reply.status === 401 ? change(reply, context) : reply),
})

export const wholeList = (query: PageQuery, next: Next) => next({ ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER })

export const pageOf = <T>(all: readonly T[], { offset, limit }: PageQuery) => all.slice(offset, offset + limit)

export const crash = (): Reply => errorReply(500, 'Internal server error')

/** An error page as a framework in debugging mode writes it. */
export const stackTrace = (status = 500): Reply =>
  errorReply(
    status,
    [
      "TypeError: Cannot read properties of undefined (reading 'conversations')",
      '    at ChatController.list (/srv/app/src/chat/chat.controller.ts:42:31)',
      '    at processTicksAndRejections (node:internal/process/task_queues:95:5)',
    ].join('\n'),
  )

/** An error that shows the statement that failed. */
export const sqlError = (status = 500): Reply =>
  errorReply(
    status,
    'QueryFailedError: syntax error at or near ";" in SELECT "c"."id" FROM "conversations" "c" WHERE "c"."copilot_id" = $1 ORDER BY created_at; LIMIT 10',
  )

/** What is asked of storage when a request says nothing. */
const unspoken = {
  sortBy: parameters.sortBy.default,
  sortDirection: parameters.sortDirection.default,
  offset: 0,
  limit: parameters.limit.default,
}

/** The conversations of every organization: what nobody may ever read. */
export async function everybodysData({ organizations, store }: RequestContext): Promise<Reply> {
  const lists = await Promise.all(
    organizations.map(({ id }) => store.list({ ...unspoken, organizationId: id, limit: 2 * unspoken.limit })),
  )
  return { status: 200, headers: {}, json: lists.flat() }
}

/** What the organization would be sent that the sandbox knows first, whoever asks. */
export async function ownData({ organizations, store }: RequestContext): Promise<Conversation[]> {
  const organizationId = organizations[0]?.id ?? ''
  return store.list({ ...unspoken, organizationId })
}

const isList = (reply: Reply): reply is Reply & { json: readonly unknown[] } =>
  reply.status === 200 && Array.isArray(reply.json)

/** The organization that the path names, decoded. */
export const addressedId = ({ request }: RequestContext) => decodeURIComponent(request.path.split('/').at(-1) ?? '')

export const isUnknown = (context: RequestContext) =>
  !context.organizations.some(({ id }) => id === addressedId(context))
