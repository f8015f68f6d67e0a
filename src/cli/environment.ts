/** The environment variables that every command reads. Tokens come from here alone: process lists show flags. */
export const environment = {
  baseUrl: 'OPENCOPILOT_BASE_URL',
  token: 'OPENCOPILOT_TOKEN',
  organizationId: 'OPENCOPILOT_ORGANIZATION_ID',
  otherToken: 'OPENCOPILOT_OTHER_TOKEN',
  otherOrganizationId: 'OPENCOPILOT_OTHER_ORGANIZATION_ID',
} as const

export type EnvironmentName = keyof typeof environment

/** The value of a variable; one that is set to nothing counts as not set. */
export const fromEnvironment = (name: EnvironmentName): string | undefined =>
  process.env[environment[name]] || undefined

/** The line of a command's help on proxies. */
export const proxyHelp = '  HTTPS_PROXY, HTTP_PROXY, NO_PROXY  the proxy, and what goes without'
