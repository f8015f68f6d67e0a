import type { Credential } from './exchange.ts'
import { formsOf } from './secret-forms.ts'
import type { ResolvedTarget } from './target.ts'

const variable = (name: string) => `$\{${name}}`

/** How tokens are shown: as variables that a shell fills in. */
export const shownToken = variable('OPENCOPILOT_TOKEN')
export const shownOtherToken = variable('OPENCOPILOT_OTHER_TOKEN')

export const bearer = ({ token }: { token: string }): Credential => ({
  send: `Bearer ${token}`,
  show: `Bearer ${shownToken}`,
})

type Tokens = Pick<ResolvedTarget, 'token' | 'otherToken'>

/**
 * Takes the tokens out of a text that will be shown, in every form in which a server may give them back: whole or in
 * part, in another letter case, escaped for a URL, for JSON or for markup, in base64 or hexadecimal.
 */
export function redact(text: string, { token, otherToken }: Tokens): string {
  const secrets = (
    [
      [token, shownToken],
      [otherToken, shownOtherToken],
    ] satisfies [string | undefined, string][]
  ).flatMap(([secret, name]) => (secret ? [{ secret, name }] : []))
  // Whole ones first: two JWTs begin alike, and one must not take a part of the other.
  const whole = secrets.reduce((shown, { secret, name }) => shown.replaceAll(secret, name), text)
  return secrets.reduce((shown, { secret, name }) => formsOf(secret).replaceIn(shown, name), whole)
}
