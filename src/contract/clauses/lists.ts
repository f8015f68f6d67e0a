import type { Check } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { bearer } from '../secrets.ts'
import type { Walk } from '../walk.ts'

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

/** The conversations of a walk, page after page. */
export const conversationsOf = (walk: Walk) => walk.pages.flatMap((page) => listOf(page) ?? [])
