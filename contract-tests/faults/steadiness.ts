import { errorReply, type Reply, type RequestContext, type Seams } from '../sandbox/index.ts'
import { crash, fault, limitedTo } from './build.ts'
import type { Fault } from './fault.ts'

const every = (nth: number) => (count: number) => count % nth === 0
const only = (nth: number) => (count: number) => count === nth

/** Servers that are right most of the time. */
export const steadinessFaults: readonly Fault[] = [
  now('every-seventh-500', 'steady-answers', 'Every seventh answer is a 500.', every(7), crash),
  now(
    'every-ninth-502',
    'steady-answers',
    'Every ninth answer is a page of a gateway, with status 502.',
    every(9),
    () => ({ status: 502, headers: { 'Content-Type': 'text/html' }, raw: '<html><h1>502 Bad Gateway</h1></html>' }),
  ),
  now('one-500-among-many', 'steady-answers', 'The fourth good answer is a 500.', only(4), crash),
  now('first-answer-503', 'steady-answers', 'The first good answer is a 503.', only(1), () =>
    errorReply(503, 'Starting'),
  ),
  now('every-eighth-504', 'steady-answers', 'Every eighth answer is a 504.', every(8), () =>
    errorReply(504, 'Gateway timeout'),
  ),
  now('every-eighth-dropped', 'steady-answers', 'Every eighth answer is a broken connection.', every(8), (reply) => ({
    ...reply,
    cut: 'before',
  })),
  now('every-eighth-cut', 'steady-answers', 'Every eighth answer breaks off within the body.', every(8), (reply) => ({
    ...reply,
    cut: 'within',
  })),
  now('every-sixth-empty', 'paging-last-page', 'Every sixth page is empty.', every(6), (reply) => ({
    ...reply,
    json: [],
  })),
  now('every-fifth-reversed', 'sorting-ascending', 'Every fifth page is in reverse.', every(5), (reply) => ({
    ...reply,
    json: [...listOf(reply)].reverse(),
  })),
  now('every-ninth-reversed', 'steady-order', 'Every ninth page is in reverse.', every(9), (reply) => ({
    ...reply,
    json: [...listOf(reply)].reverse(),
  })),
  now('every-fifth-short', 'paging-no-gap', 'Every fifth page misses its last conversation.', every(5), (reply) => ({
    ...reply,
    json: listOf(reply).slice(0, -1),
  })),
  now('every-eighth-enveloped', 'response-array', 'Every eighth page is in an object.', every(8), (reply) => ({
    ...reply,
    json: { data: reply.json },
  })),
  now(
    'every-eighth-html',
    'response-content-type',
    'Every eighth answer is a page of HTML with status 200.',
    every(8),
    (reply) => ({ ...reply, headers: { 'Content-Type': 'text/html' }, raw: '<html><p>One moment please</p></html>' }),
  ),
  now('every-eighth-401', 'response-status', 'Every eighth time the right token is refused.', every(8), () =>
    errorReply(401, 'Unauthorized'),
  ),
  now(
    'every-eighth-404',
    'response-status',
    'Every eighth time that the first page is asked for, the organization is not found.',
    every(8),
    () => errorReply(404, 'Not found'),
    // A later page that is not found may lie past the end.
    ({ query }) => query?.page === 1,
  ),
  fault(
    'rate-limit-without-words',
    'response-haste',
    'More than twenty requests a second are answered 503, as a page of HTML.',
    () => limitedTo(20),
  ),
  now('slow-then-fast', 'steady-answers', 'The first page takes four seconds.', only(1), (reply) => ({
    ...reply,
    delay: 4_000,
  })),
  fault(
    'page-three-slow',
    'steady-time',
    'The third page takes 800 milliseconds.',
    onPage(
      (page) => page === 3,
      (reply) => ({ ...reply, delay: 800 }),
    ),
  ),
]

/** Counts the good pages, or those of one kind, and changes some of them. */
function now(
  name: string,
  noticedBy: string,
  summary: string,
  test: (count: number) => boolean,
  change: (reply: Reply) => Reply,
  isCounted: (context: RequestContext) => boolean = () => true,
): Fault {
  return fault(name, noticedBy, summary, () => {
    let count = 0
    return {
      respond: (reply, context) => {
        if (reply.status !== 200 || !isCounted(context)) return reply
        count += 1
        return test(count) ? change(reply) : reply
      },
    }
  })
}

function onPage(test: (page: number) => boolean, change: (reply: Reply, page: number) => Reply): Seams {
  return {
    respond: (reply, { query }: RequestContext) => (query && test(query.page) ? change(reply, query.page) : reply),
  }
}

const listOf = ({ json }: Reply) => json as readonly unknown[]
