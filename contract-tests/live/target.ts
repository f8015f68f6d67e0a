import { fromEnvironment } from '../../src/cli/environment.ts'

const baseUrl = fromEnvironment('baseUrl')
const token = fromEnvironment('token')
const organizationId = fromEnvironment('organizationId')

/** The live server that the environment names; undefined when it names none. */
export const liveTarget =
  baseUrl && token && organizationId
    ? {
        baseUrl,
        token,
        organizationId,
        otherToken: fromEnvironment('otherToken'),
        otherOrganizationId: fromEnvironment('otherOrganizationId'),
      }
    : undefined

export const notLive = 'no live server: set OPENCOPILOT_BASE_URL, OPENCOPILOT_TOKEN and OPENCOPILOT_ORGANIZATION_ID'
