import { type OperationFacts, security } from '../../../generated/facts.ts'
import type { Check, Rule } from '../clause.ts'
import { assumed } from '../evidence.ts'
import type { Credential, Variation } from '../exchange.ts'
import { listOfOperation } from '../operation.ts'
import { bearer, shownToken } from '../secrets.ts'
import { fullQuery } from './full-query.ts'
import { judgeEach } from './judge-each.ts'
import { refusalFindings } from './refusal.ts'

/** A rule that sends requests which no right-minded server answers with anybody's data. */
function refused(id: string, says: string, attempts: (check: Check) => Variation[]): Rule {
  return {
    id,
    group: 'authentication',
    says,
    statement: security,
    severity: 'violated',
    async judge(check) {
      // What happens to be the token itself, such as one without letters in another letter case, must not be refused.
      const wrong = attempts(check).filter(({ authorization }) => authorization?.send !== bearer(check.target).send)
      return judgeEach(wrong, check, (exchange) => refusalFindings(exchange, check))
    },
  }
}

const authorizations = (...credentials: Credential[]) => credentials.map((authorization) => ({ authorization }))

/** The token with one character of it changed: in a JWT, one of the signature that no decoder ignores. */
function altered(token: string, index: number): string {
  const character = token[index] === 'A' ? 'B' : 'A'
  return token.slice(0, index) + character + token.slice(index + 1)
}

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))

/** A JWT with one more claim than was signed; undefined when the token is no JWT. */
function withOtherPayload(token: string): string | undefined {
  const [header, payload, signature] = token.split('.')
  try {
    const claims = JSON.parse(atob((payload ?? '').replaceAll('-', '+').replaceAll('_', '/')))
    return `${header}.${base64url({ ...claims, admin: true })}.${signature}`
  } catch {
    return undefined
  }
}

const base64url = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** A JWT's payload under a header that asks for no signature; undefined when the token is no JWT. */
function unsigned(token: string): string | undefined {
  const [header, payload, signature] = token.split('.')
  return header && payload && signature ? `${base64url({ alg: 'none', typ: 'JWT' })}.${payload}.` : undefined
}

const missing = refused(
  'auth-missing',
  'A request without a token is refused, whatever its parameters',
  ({ operation }) => {
    const list = listOfOperation(operation)
    return [{ authorization: null }, ...(list ? [{ authorization: null, query: fullQuery(list, 5) }] : [])]
  },
)

const wrongToken = refused('auth-wrong-token', 'A token that nobody issued is refused', () =>
  authorizations(invented, ...['a.b.c', 'undefined'].map((word) => plain(`Bearer ${word}`))),
)

const plain = (text: string): Credential => ({ send: text, show: text })

/** A well-formed JWT, signed by nobody. */
const invented = (() => {
  const token = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: 'nobody' })}.${'c2lnbmF0dXJl'.repeat(3)}`
  return { send: `Bearer ${token}`, show: `Bearer ${token}` }
})()

const alteredToken = refused(
  'auth-altered-token',
  'A token that was changed, cut or extended is refused',
  ({ target: { token } }) => {
    const signature = token.lastIndexOf('.') + 1
    const none = unsigned(token)
    const forged = withOtherPayload(token)
    const changed: Credential[] = [
      { send: `Bearer ${altered(token, signature)}`, show: 'Bearer <the token with one character changed>' },
      { send: `Bearer ${token.slice(0, -4)}`, show: `Bearer ${shownToken.replace('}', '%????}')}` },
      { send: `Bearer ${token}x`, show: `Bearer ${shownToken}x` },
      { send: `Bearer ${swapCase(token)}`, show: 'Bearer <the token with its letter case swapped>' },
      ...(forged
        ? [{ send: `Bearer ${forged}`, show: 'Bearer <the token with another payload under its signature>' }]
        : []),
      ...(none ? [{ send: `Bearer ${none}`, show: 'Bearer <the token with "alg": "none" and no signature>' }] : []),
    ]
    return authorizations(...changed)
  },
)

const wrongScheme = refused('auth-wrong-scheme', 'The token counts as a bearer token only', ({ target: { token } }) =>
  authorizations(
    { send: token, show: shownToken },
    ...['Basic', 'Token'].map((scheme) => ({ send: `${scheme} ${token}`, show: `${scheme} ${shownToken}` })),
  ),
)

const emptyBearer = refused('auth-empty-bearer', 'A bearer without a token is refused', () =>
  authorizations({ send: 'Bearer', show: 'Bearer' }),
)

const tokenInQuery = refused('auth-token-in-query', 'A token in the URL does not count', ({ target: { token } }) => [
  { authorization: null, query: ['access_token', 'token', 'api_key', 'jwt'].map((name) => [name, token]) },
])

const challenge = (operation: OperationFacts): Rule => ({
  id: 'auth-challenge',
  group: 'authentication',
  says: 'A 401 says how to authenticate, in WWW-Authenticate (RFC 9110)',
  statement: operation.responses['401']?.headers['WWW-Authenticate'] ?? assumed(operation),
  severity: 'advisory',
  async judge(check) {
    const exchange = await check.ask.any({ authorization: null })
    const { answer } = exchange
    if (answer?.status !== 401) return { notExercised: 'the request without a token was not answered 401' }
    if (/\bbearer\b/i.test(answer.headers.get('www-authenticate') ?? '')) return []
    return [
      {
        expected: 'WWW-Authenticate: Bearer',
        actual: answer.headers.has('www-authenticate') ? 'another scheme' : 'no such header',
        exchanges: [exchange],
      },
    ]
  },
})

export const authenticationRules = (operation: OperationFacts): Rule[] =>
  operation.secured
    ? [missing, wrongToken, alteredToken, wrongScheme, emptyBearer, tokenInQuery, challenge(operation)]
    : []
