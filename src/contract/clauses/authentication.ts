import { responses, security } from '../../../generated/facts.ts'
import type { Check, Clause } from '../clause.ts'
import type { Credential, ListRequest } from '../exchange.ts'
import { shownToken } from '../secrets.ts'
import { refusalFindings } from './refusal.ts'

/** A clause that sends requests which no right-minded server answers with conversations. */
function refused(id: string, says: string, attempts: (check: Check) => ListRequest[]): Clause {
  return {
    id,
    group: 'authentication',
    says,
    statement: security,
    severity: 'violated',
    async judge(check) {
      const exchanges = await Promise.all(attempts(check).map((request) => check.ask.any(request)))
      return exchanges.flatMap((exchange) => refusalFindings(exchange))
    },
  }
}

const authorizations = (...credentials: (Credential | null)[]) =>
  credentials.map((authorization) => ({ authorization }))

/** The token with one character of it changed: in a JWT, one of the signature that no decoder ignores. */
function altered(token: string, index: number): string {
  const character = token[index] === 'A' ? 'B' : 'A'
  return token.slice(0, index) + character + token.slice(index + 1)
}

/** A JWT's payload under a header that asks for no signature; undefined when the token is no JWT. */
function unsigned(token: string): string | undefined {
  const [header, payload, signature] = token.split('.')
  return header && payload && signature
    ? `${btoa('{"alg":"none","typ":"JWT"}').replace(/=+$/, '')}.${payload}.`
    : undefined
}

const missing = refused('auth-missing', 'A request without a token is refused', () => authorizations(null))

const wrongToken = refused('auth-wrong-token', 'A token that nobody issued is refused', () => authorizations(invented))

/** A well-formed JWT, signed by nobody. */
const invented = (() => {
  const encode = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '')
  const token = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: 'nobody' })}.${'c2lnbmF0dXJl'.repeat(3)}`
  return { send: `Bearer ${token}`, show: `Bearer ${token}` }
})()

const alteredToken = refused(
  'auth-altered-token',
  'A token that was changed, cut or extended is refused',
  ({ target: { token } }) => {
    const signature = token.lastIndexOf('.') + 1
    const none = unsigned(token)
    return authorizations(
      { send: `Bearer ${altered(token, signature)}`, show: 'Bearer <the token with one character changed>' },
      { send: `Bearer ${token.slice(0, -4)}`, show: `Bearer ${shownToken.replace('}', '%????}')}` },
      { send: `Bearer ${token}x`, show: `Bearer ${shownToken}x` },
      ...(none ? [{ send: `Bearer ${none}`, show: 'Bearer <the token with "alg": "none" and no signature>' }] : []),
    )
  },
)

const wrongScheme = refused('auth-wrong-scheme', 'The token counts as a bearer token only', ({ target: { token } }) =>
  authorizations({ send: `Basic ${token}`, show: `Basic ${shownToken}` }, { send: token, show: shownToken }),
)

const emptyBearer = refused('auth-empty-bearer', 'A bearer without a token is refused', () =>
  authorizations({ send: 'Bearer', show: 'Bearer' }),
)

const tokenInQuery = refused('auth-token-in-query', 'A token in the URL does not count', ({ target: { token } }) =>
  ['access_token', 'token'].map((name) => ({ authorization: null, query: [[name, token]] })),
)

const challenge: Clause = {
  id: 'auth-challenge',
  group: 'authentication',
  says: 'A 401 says how to authenticate, in WWW-Authenticate (RFC 9110)',
  statement: responses['401'].headers['WWW-Authenticate'],
  severity: 'advisory',
  async judge(check) {
    const exchange = await check.ask.any({ authorization: null })
    const { answer } = exchange
    if (answer?.status !== 401) return { notExercised: 'the request without a token was not answered 401' }
    if (answer.headers.has('www-authenticate')) return []
    return [{ expected: 'WWW-Authenticate: Bearer', actual: 'no such header', exchanges: [exchange] }]
  },
}

export const authenticationClauses: Clause[] = [
  missing,
  wrongToken,
  alteredToken,
  wrongScheme,
  emptyBearer,
  tokenInQuery,
  challenge,
]
