import { operations } from '../../generated/facts.ts'
import { errorReply, type Reply, type RequestContext, type Seams } from '../sandbox/index.ts'
import { addressedId } from './build.ts'
import type { Oddity } from './fault.ts'

const emptyList = (): Reply => ({ status: 200, headers: {}, json: [] })
const foreign = (reply: () => Reply): Seams => ({ permit: (_, next) => next() && reply() })
const errors = (change: (reply: Reply, context: RequestContext) => Reply): Seams => ({
  respond: (reply, context) => (reply.status >= 400 ? change(reply, context) : reply),
})

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
  {
    name: 'foreign-organization-403',
    summary: 'An organization that the token may not read, known or not, is answered 403.',
    seams: foreign(() => errorReply(403, 'Forbidden')),
  },
  {
    name: 'foreign-organization-404',
    summary: 'An organization that the token may not read, known or not, is answered 404.',
    seams: foreign(() => errorReply(404, 'Not found')),
  },
  {
    name: 'foreign-organization-401',
    summary: 'An organization that the token may not read is answered 401.',
    seams: foreign(() => errorReply(401, 'Unauthorized')),
  },
  {
    name: 'foreign-organization-empty',
    summary: 'An organization that the token may not read is an empty list.',
    seams: foreign(emptyList),
  },
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
  {
    name: 'text-errors',
    summary: 'Errors are plain text.',
    seams: errors(({ status, headers }) => ({
      status,
      headers: { ...headers, 'Content-Type': 'text/plain' },
      raw: 'Not possible',
    })),
  },
  {
    name: 'html-errors',
    summary: 'Errors are HTML.',
    seams: errors(({ status, headers }) => ({
      status,
      headers: { ...headers, 'Content-Type': 'text/html' },
      raw: `<!doctype html><html><title>${status}</title><h1>Not possible</h1></html>`,
    })),
  },
  {
    name: 'empty-errors',
    summary: 'Errors have no body.',
    seams: errors(({ status, headers }) => ({ status, headers })),
  },
  {
    name: 'problem-errors',
    summary: 'Errors are problem details of RFC 9457.',
    seams: errors(({ status, headers }) => ({
      status,
      headers: { ...headers, 'Content-Type': 'application/problem+json' },
      json: { type: 'about:blank', title: 'Not possible', status },
    })),
  },
  {
    name: 'list-errors',
    summary: 'Errors are a list of messages.',
    seams: errors((reply) => ({ ...reply, json: [{ code: 'not_possible', field: 'page' }] })),
  },
  {
    name: 'text-json-errors',
    summary: 'Errors are a JSON string.',
    seams: errors((reply) => ({ ...reply, json: 'Not possible' })),
  },
  {
    name: 'errors-name-parameters',
    summary: 'Errors repeat the parameter that was sent.',
    seams: errors((reply, { request }) =>
      reply.status === 400 ? { ...reply, json: { message: `Can't use ${request.query}` } } : reply,
    ),
  },
  {
    name: 'errors-name-organization',
    summary: 'Errors repeat the organization id that was sent.',
    seams: errors((reply, context) =>
      reply.status === 404 ? { ...reply, json: { message: `No organization ${addressedId(context)}` } } : reply,
    ),
  },
  {
    name: 'errors-with-reference',
    summary: 'Errors carry an id for support.',
    seams: errors((reply) => ({
      ...reply,
      json: {
        message: 'Not possible',
        traceId: '5003584a-be1f-4754-a0c7-703f48589e03',
        timestamp: '2024-06-03T11:57:48.000Z',
      },
    })),
  },
  {
    name: 'no-challenge',
    summary: 'A 401 has no WWW-Authenticate.',
    seams: errors(({ headers, ...reply }) => ({
      ...reply,
      headers: Object.fromEntries(
        Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'www-authenticate'),
      ),
    })),
  },
  {
    name: 'challenge-with-realm',
    summary: 'A 401 names a realm and an error.',
    seams: errors((reply) =>
      reply.status === 401
        ? {
            ...reply,
            headers: { ...reply.headers, 'WWW-Authenticate': 'Bearer realm="chat", error="invalid_token"' },
          }
        : reply,
    ),
  },
  {
    name: 'wrong-token-403',
    summary: 'A wrong token is answered 403.',
    seams: errors((reply, { request }) =>
      reply.status === 401 && request.headers.authorization ? { ...reply, status: 403 } : reply,
    ),
  },
  {
    name: 'missing-token-400',
    summary: 'A missing token is answered 400.',
    seams: errors((reply, { request }) =>
      reply.status === 401 && !request.headers.authorization ? { ...reply, status: 400 } : reply,
    ),
  },
  {
    name: 'missing-token-404',
    summary: 'A request without a usable token is answered 404, as if nothing were there.',
    seams: errors((reply) => (reply.status === 401 ? { ...reply, status: 404 } : reply)),
  },
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

function keepOne(query: URLSearchParams, place: number): void {
  for (const name of new Set(query.keys())) query.set(name, query.getAll(name).at(place) ?? '')
}
