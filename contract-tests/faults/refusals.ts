import { errorReply, type Reply, type RequestContext } from '../sandbox/index.ts'
import { crash, everybodysData, fault, needsOther, ownData, sqlError, stackTrace, when, whenRefused } from './build.ts'
import type { Fault } from './fault.ts'

const bearerSent = ({ request }: RequestContext) => request.headers.authorization !== undefined

/** Servers that refuse, and say it wrongly or say too much. */
export const refusalFaults: readonly Fault[] = [
  missing('missing-token-empty-list', 'A request without a token gets an empty list.', () => ({
    status: 200,
    headers: {},
    json: [],
  })),
  missing('missing-token-no-content', 'A request without a token is answered 204.', () => ({
    status: 204,
    headers: {},
  })),
  missing('missing-token-ok-error', 'A request without a token is refused with status 200.', ({ json }) => ({
    status: 200,
    headers: {},
    json,
  })),
  missing('missing-token-login-page', 'A request without a token is sent to a page to sign in.', () => ({
    status: 302,
    headers: { Location: '/login' },
  })),
  missing('missing-token-html', 'A request without a token gets a page to sign in with status 200.', () => ({
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    raw: '<!doctype html><title>Sign in</title>',
  })),
  missing('missing-token-500', 'A request without a token makes the server fail.', crash),
  missing('missing-token-dropped', 'A request without a token loses its connection.', () => ({
    status: 401,
    headers: {},
    cut: 'before',
  })),
  missing(
    'missing-token-leaks-list',
    'The refusal of a missing token carries the conversations.',
    async (_, context) => ({
      ...errorReply(401, 'Unauthorized'),
      json: { message: 'Unauthorized', data: await ownData(context) },
    }),
  ),
  wrong('wrong-token-empty-list', 'A wrong token gets an empty list.', () => ({ status: 200, headers: {}, json: [] })),
  wrong('wrong-token-ok-error', 'A wrong token is refused with status 200.', ({ json }) => ({
    status: 200,
    headers: {},
    json,
  })),
  wrong('wrong-token-login-page', 'A wrong token is sent to a page to sign in.', () => ({
    status: 303,
    headers: { Location: '/login?next=%2F' },
  })),
  wrong('wrong-token-500', 'A wrong token makes the server fail.', crash),
  wrong(
    'wrong-token-leaks-list',
    'The refusal of a wrong token carries the conversations.',
    async (reply, context) => ({ ...reply, json: await ownData(context) }),
  ),
  wrong('wrong-token-500-trace', 'A wrong token shows how the server failed.', () => stackTrace(), 'leak-errors'),
  wrong(
    'unauthorized-trace',
    'The refusal of a wrong token carries a stack trace.',
    () => stackTrace(401),
    'leak-errors',
  ),
  wrong(
    'unauthorized-sql',
    'The refusal of a wrong token carries a statement of the database.',
    () => sqlError(401),
    'leak-errors',
  ),
  wrong(
    'unauthorized-echo',
    'The refusal of a wrong token repeats the token.',
    (_, { request }) => errorReply(401, `No user has the token ${request.headers.authorization}`),
    'leak-errors',
  ),
  fault(
    'challenge-of-another-scheme',
    'auth-challenge',
    'The challenge of a 401 names another scheme.',
    whenRefused((reply) => ({
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
    whenRefused((reply) => ({ ...reply, headers: { ...reply.headers, 'WWW-Authenticate': '' } })),
  ),
  fault(
    'validation-leaks-list',
    'hostile-limit',
    "An error for an unusable parameter carries everybody's conversations.",
    when(
      () => true,
      async (context, reply) =>
        reply.status === 400
          ? { ...reply, json: { error: reply.json, debug: (await everybodysData(context)).json } }
          : reply,
    ),
  ),
  fault(
    'validation-trace',
    'leak-errors',
    'An error for an unusable parameter carries a stack trace.',
    when(
      () => true,
      (_, reply) => (reply.status === 400 ? stackTrace(400) : reply),
    ),
  ),
  fault(
    'validation-sql',
    'leak-errors',
    'An error for an unusable parameter carries a statement of the database.',
    when(
      () => true,
      (_, reply) => (reply.status === 400 ? sqlError(400) : reply),
    ),
  ),
  fault(
    'not-found-trace',
    'leak-errors',
    'An error for an unknown organization carries a stack trace.',
    when(
      () => true,
      (_, reply) => (reply.status === 404 ? stackTrace(404) : reply),
    ),
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
    when(
      () => true,
      async (context, reply) =>
        reply.status === 403
          ? { ...reply, json: { message: 'Forbidden', data: (await everybodysData(context)).json } }
          : reply,
    ),
    needsOther,
  ),
]

type Change = (reply: Reply, context: RequestContext) => Reply | Promise<Reply>

function missing(name: string, summary: string, change: Change): Fault {
  return fault(
    name,
    'auth-missing',
    summary,
    whenRefused((reply, context) => (bearerSent(context) ? reply : change(reply, context))),
  )
}

function wrong(name: string, summary: string, change: Change, noticedBy = 'auth-wrong-token'): Fault {
  return fault(
    name,
    noticedBy,
    summary,
    whenRefused((reply, context) => (bearerSent(context) ? change(reply, context) : reply)),
  )
}
