import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { errorReply, type SandboxOptions } from '../sandbox/index.ts'
import { deep, inOrder, limitedTo, onSuccess, type Reorder, withHeaders } from './build.ts'
import type { Oddity } from './fault.ts'

const { parameters } = operations.listConversations

/** Answers that are right, and unlike the sandbox's. */
export const answerOddities: readonly Oddity[] = [
  {
    name: 'clamped-to-five',
    summary: 'A page has five conversations at most, whatever is asked for.',
    sandbox: { maxLimit: 5 },
  },
  { name: 'clamped-to-ten', summary: 'A page has ten conversations at most.', sandbox: { maxLimit: 10 } },
  { name: 'clamped-to-twenty', summary: 'A page has twenty conversations at most.', sandbox: { maxLimit: 20 } },
  {
    name: 'clamped-to-fifty',
    summary: 'A page has fifty conversations at most.',
    sandbox: { ...deep.sandbox, maxLimit: 50 },
  },
  {
    name: 'never-clamped',
    summary: 'A page has as many conversations as are asked for.',
    sandbox: { maxLimit: 1_000_000 },
  },
  { name: 'base-url-with-path', summary: 'The endpoint is below a path.', sandbox: { basePath: '/api/v2' } },
  { name: 'slow-answers', summary: 'Every answer takes 40 milliseconds.', sandbox: { latency: 40 } },
  { name: 'rate-limit', summary: 'More than forty requests a second are answered 429.', sandbox: { rateLimit: 40 } },
  {
    name: 'uneven-answers',
    summary: 'Answers take between 0 and 60 milliseconds.',
    seams: { respond: (reply, { number }) => ({ ...reply, delay: (number * 23) % 60 }) },
  },
  {
    name: 'rate-limit-by-503',
    summary: 'More than twenty requests a second are answered 503, as nginx does.',
    seams: () => limitedTo(20),
  },
  {
    name: 'unavailable-now-and-then',
    summary: 'Every twentieth answer is a 503 that says when to come again.',
    seams: {
      respond: (reply, { number }) =>
        number % 20 ? reply : errorReply(503, 'Service unavailable', { 'Retry-After': '1' }),
    },
  },
  {
    name: 'one-slow-answer',
    summary: 'One answer takes 700 milliseconds, as on a busy machine.',
    seams: { respond: (reply, { number }) => (number === 12 ? { ...reply, delay: 700 } : reply) },
  },
  answering(
    'not-found-past-the-end',
    'A page past the end is answered 404, as Django REST framework does.',
    (reply, { request }) =>
      reply.json.length === 0 && Number(request.query.get('page') ?? 1) > 1 ? errorReply(404, 'Invalid page.') : reply,
  ),
  refusingLimits('limit-refused-above-fifty', 50, 400, deep.sandbox),
  refusingLimits('limit-refused-above-twice-the-default', 2 * parameters.limit.default, 422),
  refusingLimits('limit-refused-above-the-default', parameters.limit.default, 400),
  sending('content-type-with-charset', 'The content type names UTF-8.', {
    'Content-Type': 'application/json; charset=utf-8',
  }),
  sending('content-type-in-capitals', 'The content type is in capitals.', {
    'Content-Type': 'Application/JSON;Charset="UTF-8"',
  }),
  sending('private-cache', "The caller's own cache may keep a page.", { 'Cache-Control': 'private, max-age=30' }),
  answering('no-cache-header', 'Nothing is said of caches.', (reply) => ({
    ...reply,
    headers: { 'Content-Type': 'application/json' },
  })),
  sending('more-headers', 'An answer has headers of its own.', {
    ETag: 'W/"1"',
    'X-Total-Count': '57',
    Link: '<?page=2>; rel="next"',
    'Set-Cookie': 'a=b',
    'X-RateLimit-Remaining': '7',
  }),
  {
    name: 'closed-connections',
    summary: 'Each connection serves one request.',
    seams: { respond: (reply) => ({ ...reply, headers: { ...reply.headers, Connection: 'close' } }) },
  },
  {
    name: 'chunked-bodies',
    summary: 'A body comes in pieces without a length.',
    seams: { respond: (reply) => ({ ...reply, chunkSize: 700 }) },
  },
  answering('tiny-chunks', 'A body comes in pieces that split letters.', (reply) => ({ ...reply, chunkSize: 307 })),
  written('never-compressed', 'No body is compressed.', (list) => JSON.stringify(list)),
  written(
    'indented-json',
    'JSON is indented, and ends in a line break.',
    (list) => `${JSON.stringify(list, null, 2)}\n`,
  ),
  written('escaped-json', 'Letters beyond ASCII are escaped.', (list) =>
    JSON.stringify(list).replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
  {
    name: 'fields-in-another-order',
    summary: 'Fields are in the order of their names.',
    seams: { conversation: (one) => Object.fromEntries(Object.entries(one).sort()) },
  },
  ordered('ties-by-other-field', 'Conversations of equal rank are ordered by what they are about.', (all, query) =>
    stable(all, query.sortBy, (one) => `${one.classification}/${one.id}`, query.sortDirection),
  ),
  ordered(
    'ties-always-ascending',
    'Conversations of equal rank are in the order of their ids, also when descending.',
    (all, query) => stable(all, query.sortBy, (one) => one.id, 'ASC'),
  ),
  ordered(
    'ties-by-time',
    'Conversations of equal rank are in the order of their creation, in both directions.',
    (all, query) => stable(all, query.sortBy, (one) => `${one.created_at}/${one.id}`, 'ASC'),
  ),
  {
    name: 'upper-case-before-lower',
    summary: 'Texts that differ by case are sorted by the codes of their letters.',
    sandbox: {
      seed: 'mixed-case',
      shape: (one, index) => ({ ...one, classification: ['refund', 'Refund', 'REFUND', 'Address'][index % 4] ?? '' }),
    },
    seams: inOrder((all, { sortBy, sortDirection }) => {
      if (sortBy !== 'classification') return all
      const sign = sortDirection === 'DESC' ? -1 : 1
      const key = (one: Conversation) => `${one.classification}/${one.id}`
      return all.sort((one, other) => (key(one) < key(other) ? -sign : sign))
    }),
  },
  {
    name: 'only-default-sort-field',
    summary: 'Only the default field can be sorted by; others are refused.',
    seams: {
      receive: ({ request }) =>
        otherField(request.query) ? errorReply(400, 'sortBy can only be created_at') : undefined,
    },
  },
  {
    name: 'other-sort-fields-ignored-with-422',
    summary: 'Fields that are no date are refused with 422.',
    seams: {
      receive: ({ request }) =>
        otherField(request.query) ? errorReply(422, 'sortBy can only be created_at') : undefined,
    },
  },
  ordered(
    'empty-values-first',
    'Conversations without a sentiment come first, in both directions.',
    (all, { sortBy }) =>
      sortBy === 'handoff_sentiment'
        ? [
            ...all.filter((one) => one.handoff_sentiment === null),
            ...all.filter((one) => one.handoff_sentiment !== null),
          ]
        : all,
  ),
  ordered('case-blind-sorting', 'Texts are sorted without regard to case.', (all, { sortBy, sortDirection }) =>
    sortBy === 'classification'
      ? all.sort(
          (one, other) =>
            (sortDirection === 'DESC' ? -1 : 1) *
            (label(one).localeCompare(label(other)) || (one.id < other.id ? -1 : 1)),
        )
      : all,
  ),
  {
    name: 'head-refused',
    summary: 'HEAD is refused.',
    seams: {
      receive: ({ request }) => (request.method === 'HEAD' ? errorReply(405, 'GET only', { Allow: 'GET' }) : undefined),
    },
  },
  {
    name: 'lower-case-direction-understood',
    summary: 'A direction in lower case is understood.',
    seams: { receive: ({ request }) => void understand(request.query) },
  },
]

function answering(name: string, summary: string, change: Parameters<typeof onSuccess>[0]): Oddity {
  return { name, summary, seams: onSuccess(change) }
}

function sending(name: string, summary: string, headers: Record<string, string>): Oddity {
  return { name, summary, seams: withHeaders(headers) }
}

/** The body in another notation of the same values. */
function written(name: string, summary: string, write: (list: readonly unknown[]) => string): Oddity {
  return answering(name, summary, (reply) => ({
    ...reply,
    headers: { 'Content-Type': 'application/json', ...reply.headers },
    raw: write(reply.json),
  }))
}

function ordered(name: string, summary: string, reorder: Reorder): Oddity {
  return { name, summary, seams: inOrder(reorder) }
}

/** A server that takes no limit above its maximum, rather than to clamp it. */
function refusingLimits(name: string, most: number, status: number, sandbox?: SandboxOptions): Oddity {
  return {
    name,
    summary: `A limit above ${most} is answered ${status}.`,
    ...(sandbox && { sandbox }),
    seams: {
      receive: ({ request }) =>
        Number(request.query.get('limit')) > most ? errorReply(status, `limit must be at most ${most}`) : undefined,
    },
  }
}

function otherField(query: URLSearchParams): boolean {
  return query.has('sortBy') && query.get('sortBy') !== 'created_at'
}

function understand(query: URLSearchParams): void {
  const direction = query.get('sortDirection')
  if (direction && query.getAll('sortDirection').length === 1) query.set('sortDirection', direction.toUpperCase())
}

/** Keeps the order of the values, and puts what is equal by them into the order of `tie`. */
function stable<T extends object>(all: T[], sortBy: string, tie: (one: T) => string, direction: 'ASC' | 'DESC'): T[] {
  const value = (one: T) => (one as Record<string, unknown>)[sortBy]
  const places = new Map([...new Set(all.map(value))].map((given, index) => [given, index]))
  const sign = direction === 'DESC' ? -1 : 1
  return all.sort(
    (one, other) =>
      (places.get(value(one)) ?? 0) - (places.get(value(other)) ?? 0) || sign * (tie(one) < tie(other) ? -1 : 1),
  )
}

/** U+FFFF comes after every letter, as PostgreSQL has null after everything. */
const label = ({ classification }: { classification: string | null }) => classification ?? '\uffff'
