import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { errorReply, type Reply, type SandboxOptions } from '../sandbox/index.ts'
import { deep, limitedTo, onSuccess, ordering } from './build.ts'
import type { Oddity } from './fault.ts'

const { parameters } = operations.listConversations

const headers = (change: Record<string, string>) =>
  onSuccess((reply) => ({ ...reply, headers: { ...reply.headers, ...change } }))
const gathered = (reply: Reply) => JSON.stringify(reply.json)

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
  {
    name: 'not-found-past-the-end',
    summary: 'A page past the end is answered 404, as Django REST framework does.',
    seams: onSuccess((reply, { request }) =>
      reply.json.length === 0 && Number(request.query.get('page') ?? 1) > 1 ? errorReply(404, 'Invalid page.') : reply,
    ),
  },
  refusingLimits('limit-refused-above-fifty', 50, 400, deep.sandbox),
  refusingLimits('limit-refused-above-twice-the-default', 2 * parameters.limit.default, 422),
  refusingLimits('limit-refused-above-the-default', parameters.limit.default, 400),
  {
    name: 'content-type-with-charset',
    summary: 'The content type names UTF-8.',
    seams: headers({ 'Content-Type': 'application/json; charset=utf-8' }),
  },
  {
    name: 'content-type-in-capitals',
    summary: 'The content type is in capitals.',
    seams: headers({ 'Content-Type': 'Application/JSON;Charset="UTF-8"' }),
  },
  {
    name: 'private-cache',
    summary: "The caller's own cache may keep a page.",
    seams: headers({ 'Cache-Control': 'private, max-age=30' }),
  },
  {
    name: 'no-cache-header',
    summary: 'Nothing is said of caches.',
    seams: onSuccess((reply) => ({ ...reply, headers: { 'Content-Type': 'application/json' } })),
  },
  {
    name: 'more-headers',
    summary: 'An answer has headers of its own.',
    seams: headers({
      ETag: 'W/"1"',
      'X-Total-Count': '57',
      Link: '<?page=2>; rel="next"',
      'Set-Cookie': 'a=b',
      'X-RateLimit-Remaining': '7',
    }),
  },
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
  {
    name: 'tiny-chunks',
    summary: 'A body comes in pieces that split letters.',
    seams: onSuccess((reply) => ({ ...reply, chunkSize: 307 })),
  },
  {
    name: 'never-compressed',
    summary: 'No body is compressed.',
    seams: onSuccess((reply) => ({
      ...reply,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
      raw: gathered(reply),
    })),
  },
  {
    name: 'indented-json',
    summary: 'JSON is indented, and ends in a line break.',
    seams: onSuccess((reply) => ({
      ...reply,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
      raw: `${JSON.stringify(reply.json, null, 2)}\n`,
    })),
  },
  {
    name: 'escaped-json',
    summary: 'Letters beyond ASCII are escaped.',
    seams: onSuccess((reply) => ({
      ...reply,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
      raw: gathered(reply).replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    })),
  },
  {
    name: 'fields-in-another-order',
    summary: 'Fields are in the order of their names.',
    seams: { conversation: (one) => Object.fromEntries(Object.entries(one).sort()) },
  },
  {
    name: 'ties-by-other-field',
    summary: 'Conversations of equal rank are ordered by what they are about.',
    seams: ordering((all, query) =>
      stable(all, query.sortBy, (one) => `${one.classification}/${one.id}`, query.sortDirection),
    ),
  },
  {
    name: 'ties-always-ascending',
    summary: 'Conversations of equal rank are in the order of their ids, also when descending.',
    seams: ordering((all, query) => stable(all, query.sortBy, (one) => one.id, 'ASC')),
  },
  {
    name: 'ties-by-time',
    summary: 'Conversations of equal rank are in the order of their creation, in both directions.',
    seams: ordering((all, query) => stable(all, query.sortBy, (one) => `${one.created_at}/${one.id}`, 'ASC')),
  },
  {
    name: 'upper-case-before-lower',
    summary: 'Texts that differ by case are sorted by the codes of their letters.',
    sandbox: {
      seed: 'mixed-case',
      shape: (one, index) => ({ ...one, classification: ['refund', 'Refund', 'REFUND', 'Address'][index % 4] ?? '' }),
    },
    seams: ordering((all, { sortBy, sortDirection }) => {
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
  {
    name: 'empty-values-first',
    summary: 'Conversations without a sentiment come first, in both directions.',
    seams: ordering((all, { sortBy }) =>
      sortBy === 'handoff_sentiment'
        ? [
            ...all.filter((one) => one.handoff_sentiment === null),
            ...all.filter((one) => one.handoff_sentiment !== null),
          ]
        : all,
    ),
  },
  {
    name: 'case-blind-sorting',
    summary: 'Texts are sorted without regard to case.',
    seams: ordering((all, { sortBy, sortDirection }) =>
      sortBy === 'classification'
        ? all.sort(
            (one, other) =>
              (sortDirection === 'DESC' ? -1 : 1) *
              (label(one).localeCompare(label(other)) || (one.id < other.id ? -1 : 1)),
          )
        : all,
    ),
  },
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
