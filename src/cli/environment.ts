/** The environment variables that every command reads. Tokens come from here alone: process lists show flags. */
export const environment = {
  baseUrl: 'OPENCOPILOT_BASE_URL',
  token: 'OPENCOPILOT_TOKEN',
  organizationId: 'OPENCOPILOT_ORGANIZATION_ID',
  otherToken: 'OPENCOPILOT_OTHER_TOKEN',
  otherOrganizationId: 'OPENCOPILOT_OTHER_ORGANIZATION_ID',
} as const

export type EnvironmentName = keyof typeof environment

/**
 * The value of a variable, without the blanks and line ends around it: secrets are pasted with theirs. One that is set to
 * nothing counts as not set: CI sets what nobody filled in.
 */
export const fromEnvironment = (name: EnvironmentName): string | undefined =>
  process.env[environment[name]]?.trim() || undefined

/** Makes the variables what `fromEnvironment` says they are, for those who read them by themselves. */
export function tidyEnvironment(): void {
  for (const name of Object.keys(environment) as EnvironmentName[]) {
    const value = fromEnvironment(name)
    if (value === undefined) delete process.env[environment[name]]
    else process.env[environment[name]] = value
  }
}

/** The line of a command's help on proxies. */
export const proxyHelp = '  HTTPS_PROXY, HTTP_PROXY, NO_PROXY  the proxy, and the hosts that need none'
