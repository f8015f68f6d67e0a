import type { Reply, RequestContext } from '../sandbox/index.ts'
import {
  asking,
  type Change,
  crash,
  dropped,
  fault,
  late,
  needsIntrusive,
  nothing,
  ok,
  ownData,
  sqlError,
  stackTrace,
  when,
} from './build.ts'
import type { Fault } from './fault.ts'

/** More than any honest page, and little enough for a number of every language. */
const enormous = 100_000
const isEnormous = (query: URLSearchParams) => Number(query.get('limit')) > enormous

/** What shows only to requests that a careful check doesn't send unasked. */
export const intrusiveFaults: readonly Fault[] = [
  limited('enormous-limit-500', 'An enormous limit makes the server fail.', crash),
  limited('enormous-limit-trace', 'An enormous limit shows how the server failed.', stackTrace()),
  limited('enormous-limit-hangs', 'An enormous limit is answered after five seconds.', late),
  limited('enormous-limit-dropped', 'An enormous limit breaks the connection.', dropped),
  limited('enormous-limit-null', 'An enormous limit gives null.', nothing),
  fault(
    'enormous-limit-foreign',
    'conversation-organization',
    "An enormous limit gives another organization's list.",
    {
      list: (query, next, { organizations }) => {
        const other = organizations.find(({ id }) => id !== query.organizationId)
        return next(query.requestedLimit > enormous && other ? { ...query, organizationId: other.id } : query)
      },
    },
    needsIntrusive,
  ),
  asking(
    'enormous-limit-empty',
    'hostile-enormous-limit',
    'An enormous limit gives an empty list.',
    ({ requestedLimit }) => (requestedLimit > enormous ? { limit: 0 } : {}),
    needsIntrusive,
  ),
  other('other-methods-500', 'A method that is not documented makes the server fail.', crash),
  other('other-methods-trace', 'A method that is not documented shows how the server failed.', stackTrace()),
  other('other-methods-sql', 'A method that is not documented shows a statement of the database.', sqlError()),
  other('other-methods-accepted', 'Any method is answered 200.', () => ok({ ok: true })),
  other('other-methods-created', 'Any method is answered 201, as if something had been made.', () => ({
    status: 201,
    headers: {},
    json: {},
  })),
  other('other-methods-list', 'Any method lists conversations, with or without a token.', async (context) =>
    ok(await ownData(context)),
  ),
  other('delete-answers-204', 'DELETE is answered 204, as if it had been done.', () => ({ status: 204, headers: {} }), [
    'DELETE',
  ]),
]

function limited(name: string, summary: string, change: Change): Fault {
  return fault(name, 'hostile-enormous-limit', summary, when(isEnormous, change), needsIntrusive)
}

function other(
  name: string,
  summary: string,
  reply: (context: RequestContext) => Reply | Promise<Reply>,
  methods?: string[],
): Fault {
  return fault(
    name,
    'hostile-methods',
    summary,
    { receive: (context) => (isOther(context, methods) ? reply(context) : undefined) },
    needsIntrusive,
  )
}

function isOther({ request }: RequestContext, methods?: string[]): boolean {
  return methods ? methods.includes(request.method) : !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
}
