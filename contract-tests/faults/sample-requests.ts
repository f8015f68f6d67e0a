import { request } from 'node:http'
import { operations } from '../../generated/facts.ts'
import { filters, sortFields } from '../sandbox/fields.ts'
import type { Clock, Sandbox } from '../sandbox/index.ts'

const { parameters } = operations.listConversations

/** One request to a sandbox. A path and a header are sent as they are, which fetch wouldn't. */
export interface SampleRequest {
  query?: string
  /** Default: the first organization's id. */
  organization?: string
  /** Default: the first organization's token. */
  authorization?: string | undefined
  /** Default: GET. */
  method?: string
}

/** Requests of every kind that a fault may answer differently, the plainest first. */
export function sampleRequests({ organizations: [one, other] }: Sandbox): SampleRequest[] {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const [header = '', payload = '', signature = ''] = one.token.split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
  const half = one.token.slice(0, -10)
  const tokens = ['wrong', 'null', `${header}.${payload}.AAAA`, `${header}.e30.${signature}`, unsigned, half]
  const wrongTokens = [...tokens, `${one.token}A`, one.token.toLowerCase(), [...one.token].reverse().join('')]
  const schemes = [one.token, `Basic ${one.token}`, `Token ${one.token}`, 'Basic dXNlcjpwYXNz', 'Bearer']
  const odd = [
    'nobody',
    '%25',
    '*',
    '____',
    "x'%20OR%20'1'='1",
    'all',
    'undefined',
    '0',
    '%20',
    '..%2Fx',
    'x%00y',
    '%7B%7D',
  ]
  const strange = [
    '00000000-0000-0000-0000-000000000000',
    'x'.repeat(300),
    '%C3%BC',
    'a%2Fb',
    '..',
    "'",
    '99e0ab0e-1f3e-4b6e-9f0c-6b1d3a1f7c55',
  ]
  const conversations: readonly Record<string, unknown>[] = one.conversations
  const lastPage = Math.ceil(conversations.length / parameters.limit.default)
  const numbers = ['abc', '0', '-1', '1.5', '', '4294967296', '99999999999999999999']
  const fields = ['nothing', '', "'", 'created_at;--', 'meta.title', 'constructor', 'x'.repeat(300)]
  return [
    {},
    ...['page=1', 'page=2', 'page=3', 'page=5', 'page=6', 'page=7', 'page=999', 'limit=1', 'limit=1&page=2'].map(
      asQuery,
    ),
    ...['limit=3&page=2', 'limit=7&page=2', 'limit=50', 'limit=100', 'sortDirection=ASC', 'sortDirection=DESC'].map(
      asQuery,
    ),
    ...[
      'sortBy=created_at',
      'sortBy=id',
      'sortBy=total_messages&limit=5&page=2',
      'sortBy=action_called',
      'sortBy=status',
      'sortBy=handoff',
    ].map(asQuery),
    ...['sortBy=total_messages&sortDirection=DESC', 'sortBy=total_messages', 'page=11', 'limit=20&page=2'].map(asQuery),
    asQuery(`page=${lastPage}`),
    ...sortFields.map((field) => asQuery(`sortBy=${field}&sortDirection=DESC`)),
    ...['limit=200&page=2', 'sortBy=status', 'sortBy=status'].map(asQuery),
    { authorization: undefined },
    ...['page=2', 'limit=2', 'sortBy=id'].map((query) => ({ query, authorization: undefined })),
    ...wrongTokens.map(bearer),
    ...schemes.map((authorization) => ({ authorization })),
    ...[one.token, 'other'].map((token) => ({ query: `access_token=${token}`, authorization: undefined })),
    { ...bearer(other.token), organization: other.id },
    { ...bearer(other.token) },
    ...['', 'page=2'].map((query) => ({ query, organization: other.id })),
    ...[...odd, ...strange].map((organization) => ({ organization })),
    ...['page', 'limit'].flatMap((name) => numbers.map((value) => asQuery(`${name}=${value}`))),
    ...fields.map((value) => asQuery(`sortBy=${encodeURIComponent(value)}`)),
    ...['up', '', 'asc', 'ASC;--'].map((value) => asQuery(`sortDirection=${value}`)),
    asQuery('limit=1000000'),
    ...filters.flatMap((name) => [
      ...conversations.slice(0, 20).map((one) => asQuery(`${name}=${encodeURIComponent(String(one[name]))}`)),
      asQuery(`${name}=%27%3B--`),
    ]),
    ...['HEAD', 'POST', 'DELETE'].map((method) => ({ method })),
    ...['page=1&page=2', 'limit=1&limit=2', 'sortBy=id&sortBy=id'].map(asQuery),
    // Again and again, for what happens only now and then.
    ...Array.from({ length: 10 }, () => ({})),
  ]
}

/** How many milliseconds an answer may take: one that takes longer is as good as none. */
const patience = 400

/**
 * What came back, as text that is equal for equal answers. The signal, which the bench hands in, gives up on an answer that
 * never ends.
 */
export function ask(
  { baseUrl, organizations: [own] }: Sandbox,
  clock: Clock,
  sample: SampleRequest,
  signal?: AbortSignal,
): Promise<string> {
  const started = clock.now()
  const authorization = 'authorization' in sample ? sample.authorization : `Bearer ${own.token}`
  const path = `/backend/chat/${sample.organization ?? own.id}?${sample.query ?? ''}`
  const headers = authorization === undefined ? {} : { authorization }
  return new Promise((resolve) => {
    const sent = request(
      baseUrl + path,
      { path: new URL(baseUrl).pathname.replace(/\/$/, '') + path, headers, method: sample.method ?? 'GET', signal },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', () => resolve('broken off'))
        response.on('end', () => {
          if (clock.now() - started > patience) return resolve('late')
          const { date, 'x-request-id': _, 'keep-alive': __, ...rest } = response.headers
          resolve(JSON.stringify([response.statusCode, rest, Buffer.concat(chunks).toString('latin1')]))
        })
      },
    )
    sent.on('error', () => resolve('refused'))
    sent.end()
  })
}

const asQuery = (query: string): SampleRequest => ({ query })
