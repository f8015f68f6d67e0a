import { operations } from '../../generated/facts.ts'
import { errorReply, type Reply } from '../sandbox/index.ts'
import { crash, fault, onSuccess, withHeaders } from './build.ts'
import type { Fault } from './fault.ts'

const { responses } = operations.listConversations

/** Status lines and headers of a page that is otherwise right. */
export const statusFaults: readonly Fault[] = [
  status('created-status', 201, 'A page has the status 201.'),
  status('accepted-status', 202, 'A page has the status 202.'),
  status('partial-status', 206, 'A page has the status 206.'),
  status('non-authoritative-status', 203, 'A page has the status 203.'),
  status('unregistered-status', 299, 'A page has a status that nobody registered.'),
  fault(
    'no-content-status',
    'response-status',
    'A page has the status 204 and no body.',
    onSuccess(({ headers }) => ({ status: 204, headers })),
  ),
  fault(
    'no-content-past-end',
    'paging-past-end',
    'An empty page has the status 204.',
    onSuccess((reply) => (reply.json.length ? reply : { status: 204, headers: reply.headers })),
  ),
  fault('redirect-to-slash', 'response-status', 'The list redirects to another path.', {
    respond: (reply) => (reply.status === 200 ? redirect(reply, 302, '/login') : reply),
  }),
  fault('permanent-redirect', 'response-status', 'The list has moved for good, to another origin.', {
    respond: (reply) => (reply.status === 200 ? redirect(reply, 308, 'https://www.example.com/') : reply),
  }),
  fault('head-500', 'response-head', 'HEAD makes the server fail.', {
    receive: ({ request }) => (request.method === 'HEAD' ? crash() : undefined),
  }),
  fault('head-dropped', 'response-head', 'HEAD breaks the connection.', {
    receive: ({ request }) => (request.method === 'HEAD' ? { ...crash(), cut: 'before' } : undefined),
  }),
  fault(
    'not-modified',
    'response-status',
    'A request without a condition is answered 304.',
    onSuccess(({ headers }) => ({ status: 304, headers })),
  ),
  fault(
    'success-as-400',
    'response-status',
    'A page has the status 400.',
    onSuccess((reply) => ({ ...reply, status: 400 })),
  ),
  fault(
    'always-503',
    'response-status',
    'Every page is answered 503.',
    onSuccess(() => errorReply(503, 'Service unavailable')),
  ),
  typed('text-content-type', 'JSON is sent as text/plain.', 'text/plain'),
  typed('html-content-type', 'JSON is sent as text/html.', 'text/html; charset=utf-8'),
  typed('script-content-type', 'JSON is sent as a script.', 'application/javascript'),
  typed('binary-content-type', 'JSON is sent as bytes.', 'application/octet-stream'),
  typed('xml-content-type', 'JSON is sent as XML.', 'application/xml'),
  typed('latin-content-type', 'UTF-8 is sent as ISO 8859-1.', 'application/json; charset=iso-8859-1'),
  fault(
    'no-content-type',
    'response-content-type',
    'A page has no Content-Type.',
    onSuccess((reply) => ({ ...reply, raw: JSON.stringify(reply.json) })),
  ),
  cached('public-cache', 'Shared caches may keep a page.', 'public, max-age=300'),
  cached('shared-cache-age', 'Shared caches are given an age.', 's-maxage=60'),
  cached('immutable-public-cache', 'A page is public and never changes.', 'public, immutable, max-age=31536000'),
  fault(
    'public-cache-later',
    'response-private',
    'Shared caches may keep every page but the first.',
    onSuccess((reply, { query }) =>
      query && query.page > 1
        ? { ...reply, headers: { ...reply.headers, 'Cache-Control': 'public, max-age=60' } }
        : reply,
    ),
  ),
]

function status(name: string, value: number, summary: string): Fault {
  return fault(
    name,
    'response-status',
    summary,
    onSuccess((reply) => ({ ...reply, status: value })),
  )
}

function typed(name: string, summary: string, contentType: string): Fault {
  return fault(name, 'response-content-type', summary, withHeaders({ 'Content-Type': contentType }))
}

function cached(name: string, summary: string, cacheControl: string): Fault {
  return fault(name, 'response-private', summary, withHeaders({ 'Cache-Control': cacheControl }))
}

function redirect({ headers }: Reply, status: number, location: string): Reply {
  const { 'Content-Type': _, ...rest } = { 'Content-Type': responses['200'].contentType, ...headers }
  return { status, headers: { ...rest, Location: location } }
}
