import { errorReply, type Reply } from '../sandbox/index.ts'
import { fault, onList, onSuccess } from './build.ts'
import type { Fault } from './fault.ts'

const text = (json: unknown) => JSON.stringify(json)
const html = '<!doctype html><html><head><title>Sign in</title></head><body><form>Please sign in</form></body></html>'

/** What is sent in place of a JSON array, or around it. */
export const bodyFaults: readonly Fault[] = [
  wrapped('enveloped-in-data', 'The array is the member "data" of an object.', (data) => ({ data })),
  wrapped('enveloped-with-total', 'The array is in an object with a total.', (items) => ({
    items,
    total: items.length,
  })),
  wrapped('object-by-id', 'An object by id is sent in place of the array.', (list) =>
    Object.fromEntries((list as { id: string }[]).map((one) => [one.id, one])),
  ),
  wrapped('object-by-index', 'An object with the keys 0, 1, 2 is sent in place of the array.', (list) => ({ ...list })),
  wrapped('bare-conversation', 'A single conversation is sent bare.', (list) => list[0] ?? {}),
  wrapped('nested-array', 'The array is in an array.', (list) => [list], 'conversation-shape'),
  wrapped(
    'array-with-count',
    'The array is followed by its count in another.',
    (list) => [list, list.length],
    'conversation-shape',
  ),
  wrapped('null-body', 'null is sent in place of the array.', () => null),
  wrapped('null-when-empty', 'null is sent in place of an empty array.', (list) => (list.length ? list : null)),
  wrapped('object-when-empty', 'An empty object is sent in place of an empty array.', (list) =>
    list.length ? list : {},
  ),
  wrapped('encoded-twice', 'The array is JSON in a JSON string.', (list) => text(list)),
  wrapped('number-body', 'The number of conversations is sent in place of them.', (list) => list.length),
  wrapped('false-body', 'false is sent in place of the array.', () => false),
  wrapped('error-with-200', 'An error is sent with status 200.', () => errorReply(500, 'Something went wrong').json),
  raw('empty-body', 'The body is empty.', () => ''),
  raw('truncated-json', 'The body ends in the middle.', (body) => body.slice(0, body.length / 2)),
  raw('trailing-comma', 'A comma follows the last conversation.', (body) => body.replace(/\]$/, ',]')),
  raw('trailing-text', 'A line of a log follows the array.', (body) => `${body}\nDone in 12 ms`),
  raw(
    'leading-warning',
    "A warning of the server's language precedes the array.",
    (body) => `Warning: undefined key\n${body}`,
  ),
  raw('guarded-json', 'The array follows a guard against script inclusion.', (body) => `)]}',\n${body}`),
  raw('json-lines', 'One conversation a line is sent, without an array.', (_, list) => list.map(text).join('\n')),
  raw('single-quotes', 'Strings are in single quotes.', (body) => body.replaceAll('"', "'")),
  raw('not-a-number', 'A count is written NaN.', (body) =>
    body.replaceAll(/"total_messages":\d+/g, '"total_messages":NaN'),
  ),
  raw('callback-around-json', 'The array is the argument of a function call.', (body) => `callback(${body})`),
  raw('utf-16-body', 'The body is UTF-16.', (body) => Buffer.from(`\ufeff${body}`, 'utf16le')),
  raw('latin-1-body', 'The body is ISO 8859-1, though JSON is UTF-8.', (body) => Buffer.from(body, 'latin1')),
  raw('byte-order-mark', 'A byte order mark precedes the array.', (body) => `\ufeff${body}`),
  raw(
    'html-with-200',
    'A page to sign in is sent with status 200.',
    () => html,
    { 'Content-Type': 'text/html' },
    'response-content-type',
  ),
  raw(
    'xml-with-200',
    'XML is sent.',
    () => '<conversations/>',
    { 'Content-Type': 'application/xml' },
    'response-content-type',
  ),
  fault(
    'claimed-gzip',
    'steady-answers',
    'Content-Encoding of later pages says gzip, and the body is not.',
    onLaterPages((reply) => ({
      ...reply,
      raw: text(reply.json),
      headers: { ...reply.headers, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
    })),
  ),
  fault(
    'length-too-long',
    'steady-answers',
    'Content-Length of later pages is larger than the body, and the connection closes.',
    onLaterPages((reply) => ({
      ...reply,
      cut: 'within',
    })),
  ),
  fault(
    'length-too-short',
    'response-json',
    'Content-Length is shorter than the body, counted in characters and not bytes.',
    onSuccess((reply) => {
      const body = text(reply.json)
      // What a server sends that counts characters: the length is right until the first letter beyond ASCII.
      return {
        ...reply,
        raw: Buffer.from(body).subarray(0, body.length),
        headers: { ...reply.headers, 'Content-Type': 'application/json' },
      }
    }),
  ),
]

function wrapped(
  name: string,
  summary: string,
  change: (list: readonly unknown[]) => unknown,
  noticedBy = 'response-array',
): Fault {
  return fault(name, noticedBy, summary, onList(change))
}

function raw(
  name: string,
  summary: string,
  write: (body: string, list: readonly unknown[]) => Reply['raw'] & {},
  headers: Record<string, string> = {},
  noticedBy = 'response-json',
): Fault {
  return fault(
    name,
    noticedBy,
    summary,
    onSuccess((reply) => ({
      ...reply,
      raw: write(text(reply.json), reply.json),
      headers: { ...reply.headers, 'Content-Type': 'application/json', ...headers },
    })),
  )
}

/** The first page is right, so that a check begins. */
function onLaterPages(change: Parameters<typeof onSuccess>[0]): ReturnType<typeof onSuccess> {
  return onSuccess((reply, context) => ((context.query?.page ?? 1) > 1 ? change(reply, context) : reply))
}
