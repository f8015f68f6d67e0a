import type { Answer, Exchange } from '../exchange.ts'
import type { OptionNames } from '../option-names.ts'
import { type Cause, readers } from './diagnosis.ts'

const isRedirect = ({ answer }: Exchange) => answer !== undefined && answer.status >= 300 && answer.status < 400

/** Whatever is asked, the server points elsewhere. No redirect is followed, since a token must not go where nobody sent it. */
export const redirected: Cause = ({ answers, check }) => {
  const [first] = answers
  if (!first?.answer || !answers.every(isRedirect)) return undefined
  const { status } = first.answer
  const { words, advice } = whereTo(first, first.answer, check.names)
  return {
    id: 'redirected',
    says: `Every request is answered ${status}, ${words}. ${advice}`,
    exchanges: [first],
    explains: ({ exchanges }) => exchanges.slice(-1).some(isRedirect),
    leaves: { groups: readers, reason: `every request is answered ${status}` },
  }
}

/** Where a redirect leads, without what may be a secret in it, and what that tells. */
function whereTo(
  { url }: Exchange,
  { headers, status }: Answer,
  { baseUrl }: OptionNames,
): { words: string; advice: string } {
  if (status === 304) return { words: 'not modified', advice: 'None of them says what the client has already' }
  const location = headers.get('location')
  if (location === null)
    return { words: 'a redirect without a Location', advice: 'The contract has the list at this address' }
  const [from, to] = [new URL(url), URL.canParse(location, url) ? new URL(location, url) : undefined]
  if (!to) return { words: 'a redirect to no address', advice: 'The contract has the list at this address' }
  const words = `a redirect to ${to.origin === from.origin ? to.pathname : to.origin + to.pathname}`
  if (to.pathname === `${from.pathname}/`)
    return { words, advice: "The contract's path has no slash at its end: answer it without one" }
  if (/log-?in|sign-?in|auth|sso/i.test(to.pathname + to.hostname))
    return {
      words,
      advice: 'That seems to be a page to log in: the contract has a bearer token in each request instead',
    }
  if (to.host === from.host && from.protocol === 'http:' && to.protocol === 'https:')
    return { words, advice: `Check ${baseUrl}: the server wants https` }
  return { words, advice: `Redirects are not followed. Check ${baseUrl}` }
}
