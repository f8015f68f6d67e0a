import type { Check } from '../clause.ts'
import type { Exchange } from '../exchange.ts'
import { bearer } from '../secrets.ts'

/** Every exchange that asked for the target's own list with its own token, whatever the parameters. */
export const ownLists = (check: Check): Exchange[] =>
  check
    .exchanges()
    .filter(
      ({ method, organizationId, authorization }) =>
        method === 'GET' &&
        organizationId === check.target.organizationId &&
        authorization === bearer(check.target).show,
    )
