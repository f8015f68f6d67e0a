const {
  OPENCOPILOT_BASE_URL: baseUrl,
  OPENCOPILOT_TOKEN: token,
  OPENCOPILOT_ORGANIZATION_ID: organizationId,
  OPENCOPILOT_OTHER_TOKEN: otherToken,
  OPENCOPILOT_OTHER_ORGANIZATION_ID: otherOrganizationId,
} = process.env

/** The live server that the environment names; undefined when it names none. */
export const liveTarget =
  baseUrl && token && organizationId ? { baseUrl, token, organizationId, otherToken, otherOrganizationId } : undefined

export const notLive = 'no live server: set OPENCOPILOT_BASE_URL, OPENCOPILOT_TOKEN and OPENCOPILOT_ORGANIZATION_ID'
