import { operations } from '../../generated/facts.ts'
import { errorReply, type Reply, type RequestContext } from '../sandbox/index.ts'
import { addressedId, ok } from './build.ts'
import type { Oddity } from './fault.ts'

/** Ways to refuse that the contract allows. */
export const refusalOddities: readonly Oddity[] = [
  {
    name: 'unusable-parameters-ignored',
    summary: "Parameters that can't be used are answered by the defaults.",
    seams: { refuse: () => undefined },
  },
  {
    name: 'unusable-parameters-422',
    summary: "Parameters that can't be used are answered 422.",
    seams: { refuse: () => errorReply(422, 'Unprocessable') },
  },
  {
    name: 'unusable-parameters-404',
    summary: "Parameters that can't be used are answered 404.",
    seams: { refuse: () => errorReply(404, 'Not found') },
  },
  {
    name: 'some-parameters-ignored',
    summary: "Numbers that can't be used are refused, and sort parameters ignored.",
    seams: {
      refuse: ({ request }, next) =>
        /\D/.test(`${request.query.get('page') ?? ''}${request.query.get('limit') ?? ''}`) ? next() : undefined,
    },
  },
  {
    name: 'first-of-repeated',
    summary: 'Of a parameter that is given twice the first counts.',
    seams: { receive: ({ request }) => void keepOne(request.query, 0) },
  },
  {
    name: 'last-of-repeated',
    summary: 'Of a parameter that is given twice the last counts.',
    seams: { receive: ({ request }) => void keepOne(request.query, -1) },
  },
  refusingOthers(
    'foreign-organization-403',
    'An organization that the token may not read, known or not, is answered 403.',
    () => errorReply(403, 'Forbidden'),
  ),
  refusingOthers(
    'foreign-organization-404',
    'An organization that the token may not read, known or not, is answered 404.',
    () => errorReply(404, 'Not found'),
  ),
  refusingOthers('foreign-organization-401', 'An organization that the token may not read is answered 401.', () =>
    errorReply(401, 'Unauthorized'),
  ),
  refusingOthers('foreign-organization-empty', 'An organization that the token may not read is an empty list.', () =>
    ok([]),
  ),
  {
    name: 'unknown-organization-400',
    summary: 'An organization id that is no UUID is answered 400.',
    seams: {
      permit: (id, next) => (/^[0-9a-f-]{36}$/i.test(id) ? next() : errorReply(400, 'organization_id must be a UUID')),
    },
  },
  {
    name: 'organization-case-ignored',
    summary: 'The letter case of an organization id carries no meaning.',
    seams: {
      receive: ({ request }) => {
        request.path = request.path.toLowerCase()
        return undefined
      },
    },
  },
  erring('text-errors', 'Errors are plain text.', ({ status, headers }) => ({
    status,
    headers: { ...headers, 'Content-Type': 'text/plain' },
    raw: 'Not possible',
  })),
  erring('html-errors', 'Errors are HTML.', ({ status, headers }) => ({
    status,
    headers: { ...headers, 'Content-Type': 'text/html' },
    raw: `<!doctype html><html><title>${status}</title><h1>Not possible</h1></html>`,
  })),
  erring('empty-errors', 'Errors have no body.', ({ status, headers }) => ({ status, headers })),
  erring('problem-errors', 'Errors are problem details of RFC 9457.', ({ status, headers }) => ({
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    json: { type: 'about:blank', title: 'Not possible', status },
  })),
  erring('list-errors', 'Errors are a list of messages.', (reply) => ({
    ...reply,
    json: [{ code: 'not_possible', field: 'page' }],
  })),
  erring('text-json-errors', 'Errors are a JSON string.', (reply) => ({ ...reply, json: 'Not possible' })),
  erring('errors-name-parameters', 'Errors repeat the parameter that was sent.', (reply, { request }) =>
    reply.status === 400 ? { ...reply, json: { message: `Can't use ${request.query}` } } : reply,
  ),
  erring('errors-name-organization', 'Errors repeat the organization id that was sent.', (reply, context) =>
    reply.status === 404 ? { ...reply, json: { message: `No organization ${addressedId(context)}` } } : reply,
  ),
  erring('errors-with-reference', 'Errors carry an id for support.', (reply) => ({
    ...reply,
    json: {
      message: 'Not possible',
      traceId: '5003584a-be1f-4754-a0c7-703f48589e03',
      timestamp: '2024-06-03T11:57:48.000Z',
    },
  })),
  erring('no-challenge', 'A 401 has no WWW-Authenticate.', ({ headers, ...reply }) => ({
    ...reply,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'www-authenticate')),
  })),
  erring('challenge-with-realm', 'A 401 names a realm and an error.', (reply) =>
    reply.status === 401
      ? {
          ...reply,
          headers: { ...reply.headers, 'WWW-Authenticate': 'Bearer realm="chat", error="invalid_token"' },
        }
      : reply,
  ),
  erring('wrong-token-403', 'A wrong token is answered 403.', (reply, { request }) =>
    reply.status === 401 && request.headers.authorization ? { ...reply, status: 403 } : reply,
  ),
  erring('missing-token-400', 'A missing token is answered 400.', (reply, { request }) =>
    reply.status === 401 && !request.headers.authorization ? { ...reply, status: 400 } : reply,
  ),
  erring('missing-token-404', 'A request without a usable token is answered 404, as if nothing were there.', (reply) =>
    reply.status === 401 ? { ...reply, status: 404 } : reply,
  ),
  {
    name: 'unknown-parameters-refused',
    summary: 'A parameter that is not documented is refused.',
    seams: {
      receive: ({ request }) =>
        [...request.query.keys()].every((name) => Object.hasOwn(operations.listConversations.parameters, name))
          ? undefined
          : errorReply(400, 'Unknown parameter'),
    },
  },
]

function refusingOthers(name: string, summary: string, reply: () => Reply): Oddity {
  return { name, summary, seams: { permit: (_, next) => next() && reply() } }
}

function erring(name: string, summary: string, change: (reply: Reply, context: RequestContext) => Reply): Oddity {
  return {
    name,
    summary,
    seams: { respond: (reply, context) => (reply.status >= 400 ? change(reply, context) : reply) },
  }
}

function keepOne(query: URLSearchParams, place: number): void {
  for (const name of new Set(query.keys())) query.set(name, query.getAll(name).at(place) ?? '')
}
