import { operations } from '../../../generated/facts.ts'
import type { Conversation } from '../../../generated/types.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { bearer, shownOtherToken } from '../secrets.ts'
import { queryOf, sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'
import { isRefusal } from './refusal.ts'

const { parameters } = operations.listConversations

const statement = parameters.organization_id

/**
 * A foreign organization may be answered with any 4xx or an empty list, but never with a conversation,
 * and never with anything that is neither.
 */
export function foreignFindings(exchange: Exchange, check: Check): Finding[] {
  const { answer } = exchange
  if (answer && isRefusal(answer, check)) return []
  if (listOf(exchange)?.length === 0) return []
  return [{ expected: '403, 404 or an empty list', actual: describe(exchange), exchanges: [exchange] }]
}

/** An id of the same form that is not the same: one character changed, so that a comparison of a part would miss it. */
export function strangerOf(id: string): string {
  const last = id.at(-1)
  return id.slice(0, -1) + (last === '0' ? '1' : '0')
}

const unknown: Clause = {
  id: 'tenancy-unknown-organization',
  group: 'tenancy',
  says: 'An organization that the token has no right to, or that does not exist, shows no conversation',
  statement,
  severity: 'violated',
  async judge(check) {
    const organizationId = strangerOf(check.target.organizationId)
    return foreignFindings(await check.ask.any({ organizationId }), check)
  },
}

const otherCredential = (token: string) => ({ ...bearer({ token }), show: `Bearer ${shownOtherToken}` })

/** A server may guard one form of the request and forget another. */
const everyParameter = queryOf({ page: 2, limit: 1, sortBy: parameters.sortBy.default, sortDirection: 'DESC' })

const otherOrganization: Clause = {
  id: 'tenancy-other-organization',
  group: 'tenancy',
  says: "Our token reads none of another organization's conversations",
  statement,
  severity: 'violated',
  async judge(check) {
    const { otherOrganizationId: organizationId } = check.target
    if (!organizationId) return notExercised('no other organization: set OPENCOPILOT_OTHER_ORGANIZATION_ID')
    const exchanges = [
      await check.ask.any({ organizationId }),
      await check.ask.any({ organizationId, query: everyParameter }),
    ]
    return exchanges.flatMap((exchange) => foreignFindings(exchange, check))
  },
}

const otherToken: Clause = {
  id: 'tenancy-other-token',
  group: 'tenancy',
  says: "Another organization's token reads none of our conversations",
  statement,
  severity: 'violated',
  async judge(check) {
    const { otherToken, otherOrganizationId } = check.target
    if (!otherToken) return notExercised('no other token: set OPENCOPILOT_OTHER_TOKEN')
    const authorization = otherCredential(otherToken)
    const usable = await tokenIsUsable(check, authorization, otherOrganizationId)
    if (usable) return notExercised(usable)
    return [
      ...foreignFindings(await check.ask.any({ authorization }), check),
      ...(await sharedFindings(check, authorization)),
    ]
  },
}

/** The other organization's own list, which must share no conversation with ours. */
async function sharedFindings(check: Check, authorization: ReturnType<typeof otherCredential>): Promise<Finding[]> {
  const { otherOrganizationId: organizationId } = check.target
  if (!organizationId) return []
  const other = await check.ask.any({ organizationId, authorization })
  await check.survey.wide()
  // Ids may be counted up in each organization, so the rest tells whether it is the same conversation.
  const keyOf = ({ copilot_id: _, ...rest }: Conversation) => JSON.stringify(rest)
  const own = new Set(sightingsOf(ownLists(check)).map(({ conversation }) => keyOf(conversation)))
  if (!listOf(other)?.some((conversation) => own.has(keyOf(conversation)))) return []
  return [{ expected: 'no conversation in two organizations', actual: 'one that both lists hold', exchanges: [other] }]
}

/** A token that reads nothing proves nothing: says why it can't be used, or nothing when it can. */
async function tokenIsUsable(check: Check, authorization: ReturnType<typeof otherCredential>, organizationId?: string) {
  if (!organizationId) return undefined
  const own = await check.ask.any({ organizationId, authorization })
  return own.answer?.status === 200 ? undefined : 'OPENCOPILOT_OTHER_TOKEN does not read its own organization'
}

export const tenancyClauses: Clause[] = [unknown, otherOrganization, otherToken]
