import { errorReply, type Reply, type RequestContext } from '../sandbox/index.ts'
import {
  type Change,
  crash,
  dropped,
  everybodysData,
  fault,
  needsOther,
  ok,
  onStatus,
  ownData,
  redirectTo,
  sqlError,
  stackTrace,
  when,
} from './build.ts'
import type { Fault } from './fault.ts'

const bearerSent = ({ request }: RequestContext) => request.headers.authorization !== undefined

/** Servers that refuse, and say it wrongly or say too much. */
export const refusalFaults: readonly Fault[] = [
  missing('missing-token-empty-list', 'A request without a token gets an empty list.', () => ok([])),
  missing('missing-token-no-content', 'A request without a token is answered 204.', () => ({
    status: 204,
    headers: {},
  })),
  missing('missing-token-ok-error', 'A request without a token is refused with status 200.', okError),
  missing('missing-token-login-page', 'A request without a token is sent to a page to sign in.', redirectTo('/login')),
  missing('missing-token-html', 'A request without a token gets a page to sign in with status 200.', () => ({
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    raw: '<!doctype html><title>Sign in</title>',
  })),
  missing('missing-token-500', 'A request without a token makes the server fail.', crash),
  missing('missing-token-dropped', 'A request without a token loses its connection.', dropped),
  missing('missing-token-leaks-list', 'The refusal of a missing token carries the conversations.', async (context) => ({
    ...errorReply(401, 'Unauthorized'),
    json: { message: 'Unauthorized', data: await ownData(context) },
  })),
  wrong('wrong-token-empty-list', 'A wrong token gets an empty list.', () => ok([])),
  wrong('wrong-token-ok-error', 'A wrong token is refused with status 200.', okError),
  wrong('wrong-token-login-page', 'A wrong token is sent to a page to sign in.', redirectTo('/login?next=%2F', 303)),
  wrong('wrong-token-500', 'A wrong token makes the server fail.', crash),
  wrong(
    'wrong-token-leaks-list',
    'The refusal of a wrong token carries the conversations.',
    async (context, reply) => ({
      ...reply,
      json: await ownData(context),
    }),
  ),
  wrong('wrong-token-500-trace', 'A wrong token shows how the server failed.', stackTrace(), 'leak-errors'),
  wrong('unauthorized-trace', 'The refusal of a wrong token carries a stack trace.', stackTrace(401), 'leak-errors'),
  wrong(
    'unauthorized-sql',
    'The refusal of a wrong token carries a statement of the database.',
    sqlError(401),
    'leak-errors',
  ),
  wrong(
    'unauthorized-echo',
    'The refusal of a wrong token repeats the token.',
    ({ request }) => errorReply(401, `No user has the token ${request.headers.authorization}`),
    'leak-errors',
  ),
  fault(
    'challenge-of-another-scheme',
    'auth-challenge',
    'The challenge of a 401 names another scheme.',
    onStatus(401, (_, reply) => ({
      ...reply,
      headers: {
        ...reply.headers,
        'www-authenticate': 'Basic realm="chat"',
        'WWW-Authenticate': 'Basic realm="chat"',
      },
    })),
  ),
  fault(
    'empty-challenge',
    'auth-challenge',
    'The challenge of a 401 is empty.',
    onStatus(401, (_, reply) => ({ ...reply, headers: { ...reply.headers, 'WWW-Authenticate': '' } })),
  ),
  fault(
    'validation-leaks-list',
    'hostile-limit',
    "An error for an unusable parameter carries everybody's conversations.",
    onStatus(400, async (context, reply) => ({
      ...reply,
      json: { error: reply.json, debug: (await everybodysData(context)).json },
    })),
  ),
  fault(
    'validation-trace',
    'leak-errors',
    'An error for an unusable parameter carries a stack trace.',
    onStatus(400, stackTrace(400)),
  ),
  fault(
    'validation-sql',
    'leak-errors',
    'An error for an unusable parameter carries a statement of the database.',
    onStatus(400, sqlError(400)),
  ),
  fault(
    'not-found-trace',
    'leak-errors',
    'An error for an unknown organization carries a stack trace.',
    onStatus(404, stackTrace(404)),
  ),
  fault(
    'errors-echo-token',
    'leak-errors',
    'Each error repeats the request with its token.',
    when(
      () => true,
      ({ request }, reply) =>
        reply.status >= 400 ? errorReply(reply.status, `Rejected: ${JSON.stringify(request.headers)}`) : reply,
    ),
  ),
  fault(
    'forbidden-leaks-list',
    'tenancy-other-organization',
    'The refusal of a foreign organization carries its conversations.',
    onStatus(403, async (context, reply) => ({
      ...reply,
      json: { message: 'Forbidden', data: (await everybodysData(context)).json },
    })),
    needsOther,
  ),
]

function okError(_: RequestContext, { json }: Reply): Reply {
  return ok(json)
}

function missing(name: string, summary: string, change: Change): Fault {
  return fault(
    name,
    'auth-missing',
    summary,
    onStatus(401, (context, reply) => (bearerSent(context) ? reply : change(context, reply))),
  )
}

function wrong(name: string, summary: string, change: Change, noticedBy = 'auth-wrong-token'): Fault {
  return fault(
    name,
    noticedBy,
    summary,
    onStatus(401, (context, reply) => (bearerSent(context) ? change(context, reply) : reply)),
  )
}
