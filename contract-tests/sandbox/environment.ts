import type { Sandbox } from './sandbox.ts'

/** What the command line and the examples read of the environment, for the first organization of a sandbox. */
export const environmentOf = ({ baseUrl, organizations: [{ id, token }] }: Sandbox) => ({
  OPENCOPILOT_BASE_URL: baseUrl,
  OPENCOPILOT_TOKEN: token,
  OPENCOPILOT_ORGANIZATION_ID: id,
})
