import type { OperationFacts } from '../../../generated/facts.ts'
import { organizationParameter } from '../asks.ts'
import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { describe, type Exchange, type Item, listOf } from '../exchange.ts'
import { itemOf, listOfOperation, nounOf } from '../operation.ts'
import { bearer, shownOtherToken } from '../secrets.ts'
import { sightingsOf } from '../walk.ts'
import { fullQuery } from './full-query.ts'
import { ownLists } from './lists.ts'
import { isRefusal } from './refusal.ts'

/**
 * What is foreign may be answered with any 4xx or an empty list, but never with an item, and never with anything that is
 * neither.
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

const at = (organizationId: string) => ({ path: { [organizationParameter]: organizationId } })

const otherCredential = (token: string) => ({ ...bearer({ token }), show: `Bearer ${shownOtherToken}` })

/** The other organization's own list, which must share no item with ours. */
async function sharedFindings(check: Check, authorization: ReturnType<typeof otherCredential>): Promise<Finding[]> {
  const { otherOrganizationId } = check.target
  if (!otherOrganizationId) return []
  const other = await check.ask.any({ ...at(otherOrganizationId), authorization })
  await check.survey.wide()
  const own = new Set(sightingsOf(ownLists(check)).map(({ item }) => withoutOwner(item)))
  if (!listOf(other)?.some((item) => own.has(withoutOwner(item)))) return []
  const { one } = nounOf(check.operation)
  return [{ expected: `no ${one} in two organizations`, actual: 'one that both lists hold', exchanges: [other] }]
}

/** Ids may be counted up in each organization, so the rest tells whether it is the same item. */
function withoutOwner({ values, schema }: Item): string {
  const rest = Object.entries(values).filter(([name]) => schema.fields[name]?.equalsParameter === undefined)
  return JSON.stringify(rest)
}

/** Why a token can't be used: one that reads nothing proves nothing. Undefined when it can. */
async function whyUnusable(check: Check, authorization: ReturnType<typeof otherCredential>, organizationId?: string) {
  if (!organizationId) return undefined
  const own = await check.ask.any({ ...at(organizationId), authorization })
  return own.answer?.status === 200 ? undefined : `${check.names.otherToken} does not read its own organization`
}

/** What keeps the organizations of an operation apart. Below another's id, a path leads nowhere or to nothing. */
export function tenancyRules(operation: OperationFacts): Rule[] {
  const statement = operation.parameters[organizationParameter]
  if (!operation.secured || !statement || !itemOf(operation)) return []
  const { one, many } = nounOf(operation)
  const list = listOfOperation(operation)
  // Where the path goes on, the same path of another organization isn't there, so its token can't be tried on it.
  const isWhole = Object.values(operation.parameters).filter((parameter) => parameter.in === 'path').length === 1
  const rule = { group: 'tenancy', statement, severity: 'violated' } as const

  const unknown: Rule = {
    ...rule,
    id: 'tenancy-unknown-organization',
    says: `An organization that the token has no right to, or that does not exist, shows no ${one}`,
    async judge(check) {
      return foreignFindings(await check.ask.any(at(strangerOf(check.target.organizationId))), check)
    },
  }
  const otherOrganization: Rule = {
    ...rule,
    id: 'tenancy-other-organization',
    says: `Our token reads none of another organization's ${many}`,
    async judge(check) {
      const { otherOrganizationId } = check.target
      if (!otherOrganizationId) return notExercised(`no other organization: set ${check.names.otherOrganizationId}`)
      const exchanges = [await check.ask.any(at(otherOrganizationId))]
      // A server may guard one form of the request and forget another.
      if (list) exchanges.push(await check.ask.any({ ...at(otherOrganizationId), query: fullQuery(list, 1) }))
      return exchanges.flatMap((exchange) => foreignFindings(exchange, check))
    },
  }
  const otherToken: Rule = {
    ...rule,
    id: 'tenancy-other-token',
    says: `Another organization's token reads none of our ${many}`,
    async judge(check) {
      const { otherToken: token, otherOrganizationId } = check.target
      if (!token) return notExercised(`no other token: set ${check.names.otherToken}`)
      const authorization = otherCredential(token)
      const unusable = isWhole && (await whyUnusable(check, authorization, otherOrganizationId))
      if (unusable) return notExercised(unusable)
      return [
        ...foreignFindings(await check.ask.any({ authorization }), check),
        ...(isWhole ? await sharedFindings(check, authorization) : []),
      ]
    },
  }
  return [unknown, otherOrganization, otherToken]
}
