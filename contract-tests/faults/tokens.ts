import type { Organization, RequestContext, Seams } from '../sandbox/index.ts'
import { bearerToken } from '../sandbox/tokens.ts'
import { fault } from './build.ts'
import type { Fault } from './fault.ts'

/** Servers that take a token, or the want of one, for a right to read. */
export const tokenFaults: readonly Fault[] = [
  admitting('no-authentication', 'auth-missing', 'No token is needed.', () => true),
  admitting(
    'missing-header-accepted',
    'auth-missing',
    'A request without the header is let through.',
    ({ request }) => request.headers.authorization === undefined,
  ),
  admitting(
    'open-past-page-1',
    'auth-missing',
    'Only the first page asks for a token.',
    ({ request }) => Number(request.query.get('page')) > 1,
  ),
  admitting('open-with-limit', 'auth-missing', 'A request with a limit needs no token.', ({ request }) =>
    request.query.has('limit'),
  ),
  admitting('open-when-sorted', 'auth-missing', 'A request that sorts needs no token.', ({ request }) =>
    request.query.has('sortBy'),
  ),
  withToken('any-token-accepted', 'auth-wrong-token', 'Any token is accepted.', () => true),
  withToken('any-jwt-accepted', 'auth-altered-token', 'Anything that looks like a JWT is accepted.', (token) =>
    /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token),
  ),
  withToken(
    'long-token-accepted',
    'auth-wrong-token',
    'Any token of twenty characters or more is accepted.',
    (token) => token.length >= 20,
  ),
  withToken(
    'short-token-accepted',
    'auth-wrong-token',
    'Any token below twenty characters is accepted.',
    (token) => token.length < 20,
  ),
  withToken('word-null-accepted', 'auth-wrong-token', 'The words null and undefined are tokens.', (token) =>
    ['null', 'undefined'].includes(token),
  ),
  withToken(
    'reversed-token-accepted',
    'auth-altered-token',
    'Any token of the right length is accepted.',
    (token, { token: right }) => token.length === right.length,
  ),
  withToken(
    'signature-unchecked',
    'auth-altered-token',
    "The token's signature is not checked.",
    (token, { token: right }) => parts(token)[0] === parts(right)[0] && parts(token)[1] === parts(right)[1],
  ),
  withToken(
    'payload-unchecked',
    'auth-altered-token',
    "Only the token's signature is compared.",
    (token, { token: right }) => parts(token)[2] === parts(right)[2],
  ),
  withToken(
    'claims-trusted',
    'auth-altered-token',
    'The organization that the token names is believed.',
    (token, { id }) => claims(token, 1).sub === id,
  ),
  withToken(
    'unsigned-token-accepted',
    'auth-altered-token',
    'A token that says it has no signature needs none.',
    (token) => /^none$/i.test(String(claims(token, 0).alg)),
  ),
  withToken(
    'first-characters-compared',
    'auth-altered-token',
    'Only the first forty characters of the token are compared.',
    (token, { token: right }) => token.length >= 40 && token.slice(0, 40) === right.slice(0, 40),
  ),
  withToken(
    'prefix-accepted',
    'auth-altered-token',
    'A token that is cut short is accepted.',
    (token, { token: right }) => right.startsWith(token) && token.length < right.length,
  ),
  withToken(
    'suffix-accepted',
    'auth-altered-token',
    'Characters after the token are ignored.',
    (token, { token: right }) => token.startsWith(right) && token !== right,
  ),
  withToken(
    'token-case-ignored',
    'auth-altered-token',
    "The token's letter case is ignored.",
    (token, { token: right }) => token.toLowerCase() === right.toLowerCase() && token !== right,
  ),
  withScheme(
    'any-scheme-accepted',
    'The token is accepted under any scheme.',
    (value, { token }) => value.split(' ').at(-1) === token,
  ),
  withScheme('basic-accepted', 'Any user and password are accepted.', (value) => /^basic /i.test(value)),
  withScheme(
    'basic-with-token-accepted',
    'The token is accepted under the scheme Basic.',
    (value, { token }) => /^basic /i.test(value) && value.includes(token),
  ),
  withScheme('bare-token-accepted', 'The token is accepted without a scheme.', (value, { token }) => value === token),
  withScheme(
    'token-anywhere-accepted',
    'A header that contains the token is accepted.',
    (value, { token }) => !/^bearer /i.test(value) && value.includes(token),
  ),
  admitting('empty-bearer-accepted', 'auth-empty-bearer', 'A scheme without a token is accepted.', ({ request }) =>
    /^bearer\s*$/i.test(request.headers.authorization ?? ''),
  ),
  admitting(
    'empty-header-accepted',
    'auth-empty-bearer',
    'A header that says nothing more than its scheme is taken for a missing one, and let through.',
    ({ request }) => (request.headers.authorization ?? '').split(' ').filter(Boolean).length === 1,
  ),
  admitting(
    'token-in-query-accepted',
    'auth-token-in-query',
    'The token is accepted in the query, where logs keep it.',
    (context) => [...context.request.query.values()].includes(addressed(context)?.token ?? ''),
  ),
  admitting(
    'any-token-in-query-accepted',
    'auth-token-in-query',
    'Any access_token, token or api_key in the query is accepted.',
    ({ request }) => ['access_token', 'token', 'api_key'].some((name) => request.query.has(name)),
  ),
]

/** Lets a caller in as the organization that it asks for. */
function admitting(
  name: string,
  noticedBy: string,
  summary: string,
  test: (context: RequestContext) => boolean,
): Fault {
  const seams: Seams = {
    authenticate: (context, next) => next() ?? (test(context) ? addressed(context) : undefined),
  }
  return fault(name, noticedBy, summary, seams)
}

function withToken(
  name: string,
  noticedBy: string,
  summary: string,
  test: (token: string, organization: Organization) => boolean,
): Fault {
  return admitting(name, noticedBy, summary, (context) => {
    const token = bearerToken(context.request.headers.authorization)
    const organization = addressed(context)
    return token !== undefined && organization !== undefined && test(token, organization)
  })
}

function withScheme(
  name: string,
  summary: string,
  test: (header: string, organization: Organization) => boolean,
): Fault {
  return admitting(name, 'auth-wrong-scheme', summary, (context) => {
    const organization = addressed(context)
    return organization !== undefined && test(context.request.headers.authorization ?? '', organization)
  })
}

function addressed({ request, organizations }: RequestContext): Organization | undefined {
  return organizations.find(({ id }) => request.path.split('/').includes(encodeURIComponent(id)))
}

const parts = (token: string) => token.split('.')

function claims(token: string, part: number): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(parts(token)[part] ?? '', 'base64url').toString())
  } catch {
    return {}
  }
}
