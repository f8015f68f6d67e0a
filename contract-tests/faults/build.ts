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

/** What is answered in place of what the sandbox would answer. */
export type Change = (context: RequestContext, reply: Reply) => Reply | Promise<Reply>

type More = Pick<Fault, 'needs' | 'sandbox'>

export function fault(name: string, noticedBy: string, summary: string, seams: Fault['seams'], more?: More): Fault {
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

/** Sends headers along with an answer of status 200, or in place of its own. */
export const withHeaders = (headers: Record<string, string>): Seams =>
  onSuccess((reply) => ({ ...reply, headers: { ...reply.headers, ...headers } }))

/** Storage is asked for something else than the sandbox was; `count` says which time this is. */
export function asking(
  name: string,
  noticedBy: string,
  summary: string,
  change: (query: PageQuery, count: number) => Partial<PageQuery>,
  more?: More,
): Fault {
  const seams = (): Seams => {
    let count = 0
    return {
      list: (query, next) => {
        count += 1
        return next({ ...query, ...change(query, count) })
      },
    }
  }
  return fault(name, noticedBy, summary, seams, more)
}

export type Reorder = (all: Conversation[], query: PageQuery, count: number) => Conversation[]

/** The whole list is in another order before the page is cut from it. */
export function ordering(name: string, noticedBy: string, summary: string, reorder: Reorder, more?: More): Fault {
  return fault(name, noticedBy, summary, inOrder(reorder), more)
}

/** Puts the whole list into another order; `count` says which time this is. */
export const inOrder = (reorder: Reorder) => (): Seams => {
  let count = 0
  return {
    list: async (query, next) => {
      const all = await wholeList(query, next)
      count += 1
      return pageOf(reorder(all, query, count), query)
    },
  }
}

/** Answers in another way when the caller is known and the query is of a certain kind. */
export const when = (test: (query: URLSearchParams, context: RequestContext) => boolean, change: Change): Seams => ({
  respond: (reply, context) =>
    context.caller && test(context.request.query, context) ? change(context, reply) : reply,
})

/** Changes the answers of one status. */
export const onStatus = (status: number, change: Change): Seams => ({
  respond: (reply, context) => (reply.status === status ? change(context, reply) : reply),
})

export const wholeList = (query: PageQuery, next: Next) => next({ ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER })

export const pageOf = <T>(all: readonly T[], { offset, limit }: PageQuery) => all.slice(offset, offset + limit)

export const ok = (json: unknown): Reply => ({ status: 200, headers: {}, json })

export const crash = (): Reply => errorReply(500, 'Internal server error')

/** Answers with an error page as a framework in debugging mode writes it. */
export const stackTrace =
  (status = 500) =>
  (): Reply =>
    errorReply(
      status,
      [
        "TypeError: Cannot read properties of undefined (reading 'conversations')",
        '    at ChatController.list (/srv/app/src/chat/chat.controller.ts:42:31)',
        '    at processTicksAndRejections (node:internal/process/task_queues:95:5)',
      ].join('\n'),
    )

/** Answers with an error that shows the statement that failed. */
export const sqlError =
  (status = 500) =>
  (): Reply =>
    errorReply(
      status,
      'QueryFailedError: syntax error at or near ";" in SELECT "c"."id" FROM "conversations" "c" WHERE "c"."copilot_id" = $1 ORDER BY created_at; LIMIT 10',
    )

/** Answers with null in place of a list. */
export const nothing: Change = () => ok(null)

/** Answers after five seconds. */
export const late: Change = (_, reply) => ({ ...reply, delay: 5_000 })

/** Breaks the connection in place of an answer. */
export const dropped: Change = (_, reply) => ({ ...reply, cut: 'before' })

/** Sends the caller elsewhere. */
export const redirectTo =
  (location: string, status = 302) =>
  (): Reply => ({ status, headers: { Location: location } })

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
  return ok(lists.flat())
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
