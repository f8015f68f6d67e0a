import { operations } from '../../generated/facts.ts'
import { errorReply, type Reply } from '../sandbox/index.ts'
import { crash, fault, onSuccess } from './build.ts'
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
  header('text-content-type', 'response-content-type', 'JSON is sent as text/plain.', 'Content-Type', 'text/plain'),
  header(
    'html-content-type',
    'response-content-type',
    'JSON is sent as text/html.',
    'Content-Type',
    'text/html; charset=utf-8',
  ),
  header(
    'script-content-type',
    'response-content-type',
    'JSON is sent as a script.',
    'Content-Type',
    'application/javascript',
  ),
  header(
    'binary-content-type',
    'response-content-type',
    'JSON is sent as bytes.',
    'Content-Type',
    'application/octet-stream',
  ),
  header('xml-content-type', 'response-content-type', 'JSON is sent as XML.', 'Content-Type', 'application/xml'),
  header(
    'latin-content-type',
    'response-content-type',
    'UTF-8 is sent as ISO 8859-1.',
    'Content-Type',
    'application/json; charset=iso-8859-1',
  ),
  fault(
    'no-content-type',
    'response-content-type',
    'A page has no Content-Type.',
    onSuccess((reply) => ({ ...reply, raw: JSON.stringify(reply.json) })),
  ),
  header('public-cache', 'response-private', 'Shared caches may keep a page.', 'Cache-Control', 'public, max-age=300'),
  header('shared-cache-age', 'response-private', 'Shared caches are given an age.', 'Cache-Control', 's-maxage=60'),
  header(
    'immutable-public-cache',
    'response-private',
    'A page is public and never changes.',
    'Cache-Control',
    'public, immutable, max-age=31536000',
  ),
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

function header(name: string, noticedBy: string, summary: string, header: string, value: string): Fault {
  return fault(
    name,
    noticedBy,
    summary,
    onSuccess((reply) => ({
      ...reply,
      headers: { ...reply.headers, [header]: value },
    })),
  )
}

function redirect({ headers }: Reply, status: number, location: string): Reply {
  const { 'Content-Type': _, ...rest } = { 'Content-Type': responses['200'].contentType, ...headers }
  return { status, headers: { ...rest, Location: location } }
}
