import type { Credential } from './exchange.ts'
import type { ResolvedTarget } from './target.ts'

const variable = (name: string) => `$\{${name}}`

/** How tokens are shown: as variables that a shell fills in. */
export const shownToken = variable('OPENCOPILOT_TOKEN')
export const shownOtherToken = variable('OPENCOPILOT_OTHER_TOKEN')

export const bearer = ({ token }: { token: string }): Credential => ({
  send: `Bearer ${token}`,
  show: `Bearer ${shownToken}`,
})

/** Takes the secrets out of a text that will be shown. */
export function redact(text: string, { token, otherToken }: ResolvedTarget): string {
  const secrets: [string | undefined, string][] = [
    [token, shownToken],
    [otherToken, shownOtherToken],
  ]
  return secrets.reduce((shown, [secret, name]) => {
    if (!secret) return shown
    return shown.replaceAll(secret, name).replaceAll(encodeURIComponent(secret), name)
  }, text)
}
