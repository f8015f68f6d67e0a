import type { Reply, RequestContext, Seams } from '../sandbox/index.ts'
import {
  addressedId,
  type Change,
  crash,
  everybodysData,
  fault,
  isUnknown,
  late,
  needsOther,
  nothing,
  ok,
  redirectTo,
  stackTrace,
  when,
} from './build.ts'
import type { Fault } from './fault.ts'

/** Whether the organization exists, and is not the caller's. */
const isOthers = (_: unknown, context: RequestContext) =>
  context.caller?.id !== addressedId(context) && !isUnknown(context)

/** Whose conversations a token reads. */
export const tenancyFaults: readonly Fault[] = [
  unknown('unknown-organization-own-data', "An unknown organization gets the caller's own list.", own),
  unknown('unknown-organization-everybodys-data', "An unknown organization gets everybody's list.", everybodysData),
  unknown('unknown-organization-500', 'An unknown organization makes the server fail.', crash),
  unknown('unknown-organization-trace', 'An unknown organization shows how the server failed.', stackTrace()),
  unknown('unknown-organization-hangs', 'An unknown organization is answered after five seconds.', late),
  unknown('unknown-organization-redirect', 'An unknown organization redirects to the start page.', redirectTo('/')),
  unknown('unknown-organization-null', 'An unknown organization gets null with status 200.', nothing),
  unknown('unknown-organization-ok-error', 'An unknown organization is refused with status 200.', (_, { json }) =>
    ok(json),
  ),
  reading('other-organization-readable', 'tenancy-other-organization', 'Any token reads any organization.', () => true),
  reading(
    'other-organization-past-page-1',
    'tenancy-other-organization',
    'Only the first page asks whose token it is.',
    ({ request }) => Number(request.query.get('page')) > 1,
  ),
  reading(
    'first-token-reads-all',
    'tenancy-other-organization',
    "The first organization's token reads the others.",
    ({ caller, organizations }) => caller === organizations[0],
  ),
  reading(
    'last-token-reads-all',
    'tenancy-other-token',
    "The last organization's token reads the others.",
    ({ caller, organizations }) => caller === organizations.at(-1),
  ),
  reading(
    'older-organization-open',
    'tenancy-other-token',
    'The first organization can be read with any token.',
    (context) => context.organizations[0]?.id === addressedId(context),
  ),
  fault(
    'other-organization-500',
    'tenancy-other-organization',
    'A foreign organization makes the server fail.',
    when(isOthers, crash),
    needsOther,
  ),
  fault(
    'other-organization-login-page',
    'tenancy-other-organization',
    'A foreign organization redirects to a page to sign in.',
    when(isOthers, redirectTo('/login')),
    needsOther,
  ),
  fault(
    'other-organization-own-data',
    'tenancy-other-organization',
    "A foreign organization gets the caller's own list.",
    when(isOthers, own),
    needsOther,
  ),
  fault(
    'last-organization-remembered',
    'tenancy-other-token',
    'The list is of the organization that was asked for first.',
    () => {
      let first: string | undefined
      return {
        list: (query, next) => {
          first ??= query.organizationId
          return next({ ...query, organizationId: first })
        },
      }
    },
    needsOther,
  ),
  fault(
    'cache-without-organization',
    'tenancy-other-token',
    'A cache tells requests apart by their query alone.',
    () => cache(({ request }) => request.query.toString()),
    needsOther,
  ),
  fault('cache-without-token', 'auth-missing', 'A cache in front of the server knows nothing of tokens.', () =>
    cache(({ request }) => `${request.path}?${request.query}`),
  ),
]

async function own({ caller, store }: RequestContext): Promise<Reply> {
  const query = {
    organizationId: caller?.id ?? '',
    sortBy: 'created_at',
    sortDirection: 'ASC',
    offset: 0,
    limit: 10,
  } as const
  return ok(await store.list(query))
}

function unknown(name: string, summary: string, change: Change): Fault {
  return fault(
    name,
    'tenancy-unknown-organization',
    summary,
    when((_, context) => isUnknown(context), change),
  )
}

function reading(name: string, noticedBy: string, summary: string, test: (context: RequestContext) => boolean): Fault {
  const seams: Seams = {
    permit: (_, next, context) => (!isUnknown(context) && test(context) ? undefined : next()),
  }
  return fault(name, noticedBy, summary, seams, needsOther)
}

/** Keeps what was answered with status 200, and gives it to whoever asks for the same key. */
function cache(keyOf: (context: RequestContext) => string): Seams {
  const kept = new Map<string, Reply>()
  return {
    receive: (context) => kept.get(keyOf(context)),
    respond: (reply, context) => {
      if (reply.status === 200) kept.set(keyOf(context), reply)
      return reply
    },
  }
}
