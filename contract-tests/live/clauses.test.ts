import { describe, it } from 'vitest'
import { describeClauses } from '../clause-tests.ts'

const {
  OPENCOPILOT_BASE_URL: baseUrl,
  OPENCOPILOT_TOKEN: token,
  OPENCOPILOT_ORGANIZATION_ID: organizationId,
  OPENCOPILOT_OTHER_TOKEN: otherToken,
  OPENCOPILOT_OTHER_ORGANIZATION_ID: otherOrganizationId,
} = process.env

if (baseUrl && token && organizationId) {
  describeClauses(baseUrl, async () => ({ baseUrl, token, organizationId, otherToken, otherOrganizationId }))
} else {
  describe('the contract, on a live server', () => {
    it('holds', (context) =>
      context.skip('no live server: set OPENCOPILOT_BASE_URL, OPENCOPILOT_TOKEN and OPENCOPILOT_ORGANIZATION_ID'))
  })
}
