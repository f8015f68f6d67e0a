import type { Sandbox } from './sandbox.ts'

/** What the command line and the examples read of the environment, for the first organization of a sandbox. */
export const environmentOf = ({ baseUrl, organizations: [{ id, token }] }: Sandbox) => ({
  OPENCOPILOT_BASE_URL: baseUrl,
  OPENCOPILOT_TOKEN: token,
  OPENCOPILOT_ORGANIZATION_ID: id,
})

/** What a check of a sandbox is told: both organizations, the second to see that neither can read the other. */
export const targetOf = ({ baseUrl, organizations: [own, other] }: Sandbox) => ({
  baseUrl,
  token: own.token,
  organizationId: own.id,
  otherToken: other.token,
  otherOrganizationId: other.id,
})
