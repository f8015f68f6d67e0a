import { operations, schemas } from '../../../generated/facts.ts'
import type { Check, Clause, Finding } from '../clause.ts'
import { assumed } from '../evidence.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { difference, sameIds } from '../same-page.ts'
import { judgeEach } from './judge-each.ts'
import { leakIn, markup } from './leaks.ts'
import { ownLists } from './lists.ts'
import { isRefusal } from './refusal.ts'
import { foreignFindings, strangerOf } from './tenancy.ts'

const operation = operations.listConversations
const { parameters } = operation
const conversation = schemas.Conversation

type Query = [name: string, value: string][]

/** Fields that have no order, which databases refuse to sort by. */
const unsortable = Object.entries(conversation.fields).flatMap(([name, { type }]) => (type === 'object' ? [name] : []))

/** Parameters without a value, two at a time. */
const emptyOf = (...names: (keyof typeof parameters)[]): Query => names.map((name) => [name, ''])
const withoutValue = {
  page: emptyOf('page', 'limit'),
  limit: emptyOf('page', 'limit'),
  sortBy: emptyOf('sortBy', 'sortDirection'),
  sortDirection: emptyOf('sortBy', 'sortDirection'),
}

/** Values that no server can use as the parameter, but every server gets. */
const unusable: Record<'page' | 'limit' | 'sortBy' | 'sortDirection', string[]> = {
  page: ['0', '-1', `abc${markup}`, '1.5', '99999999999999999999'],
  limit: ['0', '-1', `abc${markup}`, '1.5'],
  sortBy: [
    `no_such_field${markup}`,
    `${parameters.sortBy.default};'")--/../${'x'.repeat(300)}`,
    '__proto__',
    ...unsortable,
  ],
  sortDirection: ['desc', `SIDEWAYS${markup}`, `${parameters.sortDirection.default}; SELECT 1`],
}

/** Values that some servers understand in their own way: what they answer may be another page than the default's. */
const understood: Record<keyof typeof unusable, readonly string[]> = {
  page: ['99999999999999999999'],
  limit: ['0', '1.5'],
  sortBy: unsortable,
  sortDirection: ['desc'],
}

/** Sent only when asked for: it may cost a server that has no bound. */
const enormousLimit = '1000000000'

/**
 * What is wrong with the answer to a request that can't be used as it is. Refused with any 4xx or answered by defaults:
 * both are fine. Never a failure of the server, an inner detail, or more than the organization's own page.
 */
async function clumsyFindings(exchange: Exchange, check: Check): Promise<Finding[]> {
  const { answer } = exchange
  const expected = '400 (or another 4xx), or the answer to the default'
  const finding = (actual: string): Finding[] => [{ expected, actual, exchanges: [exchange] }]
  if (!answer || answer.status >= 500) return finding(describe(exchange))
  const leak = leakIn(answer, check.target)
  if (leak) return finding(`${answer.status} with ${leak}`)
  if (answer.status >= 400)
    return isRefusal(answer, check) ? [] : finding(`${answer.status} with conversations in the body`)
  const conversations = listOf(exchange)
  if (!conversations) return finding(describe(exchange))
  const most = await usualSize(check)
  if (conversations.length > most) return finding(`${describe(exchange)}, more than a page of ${most}`)
  const own = check.target.organizationId.toLowerCase()
  const foreign = conversations.some(({ copilot_id }) => String(copilot_id).toLowerCase() !== own)
  return foreign && (await ownsAll(check)) ? finding(`${describe(exchange)}, some of another organization`) : []
}

/** An answer that is neither a refusal nor the default's page, each time: the default is asked for anew as well. */
async function otherPageFindings(exchange: Exchange, check: Check): Promise<Finding[]> {
  const bare = await check.survey.bare()
  if (!listOf(exchange) || !listOf(bare) || sameIds(bare, exchange)) return []
  const [again, bareAgain] = [await check.ask.repeat(exchange), await check.ask.again()]
  const found = again && difference(bareAgain, again, ownLists(check))
  // Conversations that stand at the same time may stand in any order, and some may have been deleted in between.
  if (!found || found === 'order of equal keys') return []
  return [
    {
      expected: '400 (or another 4xx), or the answer to the default',
      actual: `${describe(exchange)}, which are not those of the default`,
      exchanges: [bare, exchange],
    },
  ]
}

/** The size of a page by default, as the server gives it. */
async function usualSize(check: Check): Promise<number> {
  const bare = listOf(await check.survey.bare())?.length ?? 0
  return Math.max(bare, parameters.limit.default)
}

/** Whether the ordinary list holds this organization's conversations only, so that a foreign one means something. */
async function ownsAll(check: Check): Promise<boolean> {
  const own = check.target.organizationId.toLowerCase()
  return (listOf(await check.survey.bare()) ?? []).every(({ copilot_id }) => String(copilot_id).toLowerCase() === own)
}

function clumsy(id: string, says: string, statement: Clause['statement'], queries: Query[]): Clause {
  return {
    id,
    group: 'hostile input',
    says,
    // Nobody documents what becomes of bad input. That it must not hurt is a matter of health, not of words.
    statement: assumed(statement),
    severity: 'violated',
    judge(check) {
      const requests = queries.map((query) => ({ query }))
      return judgeEach(requests, check, (exchange) => clumsyFindings(exchange, check))
    },
  }
}

const parameterClauses = (['page', 'limit', 'sortBy', 'sortDirection'] as const).map((name): Clause => {
  const queries = [...unusable[name].map((value): Query => [[name, value]]), withoutValue[name]]
  const clause = clumsy(
    `hostile-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    `An unusable ${name} is refused with a 4xx or answered by the default`,
    parameters[name],
    queries,
  )
  const strict = queries.filter(([[, value = ''] = []]) => !understood[name].includes(value))
  return {
    ...clause,
    async judge(check) {
      const findings = (await clause.judge(check)) as Finding[]
      const hurt = new Set(findings.flatMap(({ exchanges }) => exchanges))
      for (const query of strict) {
        const exchange = await check.ask.any({ query })
        if (!hurt.has(exchange)) findings.push(...(await otherPageFindings(exchange, check)))
      }
      return findings
    },
  }
})

const twice = (name: string, one: string, other: string): Query => [
  [name, one],
  [name, other],
]

const repeated = clumsy(
  'hostile-repeated',
  'A parameter that is given twice or under a bracket is refused with a 4xx or answered',
  operation,
  [
    [...twice('page', '1', '2'), ...twice('sortBy', parameters.sortBy.default, 'id')],
    [...twice('limit', '1', '2'), ...twice('sortDirection', ...parameters.sortDirection.allowed)],
    ['page', 'limit', 'sortBy'].map((name) => [`${name}[]`, '1']),
  ],
)

const organization: Clause = {
  id: 'hostile-organization',
  group: 'hostile input',
  says: 'An odd organization id is refused with a 4xx or answered with an empty list',
  statement: assumed(parameters.organization_id),
  severity: 'violated',
  async judge(check) {
    const { organizationId } = check.target
    const ids = [
      `' OR '1'='1${markup}`,
      '%',
      '*',
      'undefined',
      `${strangerOf(organizationId)}/../${organizationId}`,
      `${organizationId}\u0000`,
      'ö'.repeat(300),
    ]
    const requests = ids.map((id) => ({ organizationId: id }))
    return judgeEach(requests, check, (exchange) => {
      const leak = exchange.answer && leakIn(exchange.answer, check.target)
      if (leak)
        return [
          { expected: 'no inner detail', actual: `${exchange.answer?.status} with ${leak}`, exchanges: [exchange] },
        ]
      return foreignFindings(exchange, check)
    })
  },
}

const enormous: Clause = {
  ...clumsy('hostile-enormous-limit', 'An enormous limit is refused or clamped', parameters.limit, []),
  intrusive: true,
  async judge(check) {
    const exchange = await check.ask.any({ query: [['limit', enormousLimit]] })
    const { answer } = exchange
    const refused = answer && answer.status >= 400 && answer.status < 500
    const empty = listOf(exchange)?.length === 0 && Boolean(listOf(await check.survey.bare())?.length)
    if (answer && !leakIn(answer, check.target) && (refused || (listOf(exchange) && !empty))) return []
    return [{ expected: 'a 4xx, or a page', actual: describe(exchange), exchanges: [exchange] }]
  },
}

const methods: Clause = {
  id: 'hostile-methods',
  group: 'hostile input',
  says: 'Methods that the contract does not have are refused with a 4xx',
  statement: { pointer: parameters.organization_id.pointer, evidence: 'assumed' },
  severity: 'violated',
  intrusive: true,
  judge(check) {
    const requests = ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, authorization: null }))
    return judgeEach(requests, check, (exchange) => {
      const status = exchange.answer?.status ?? 0
      if (status >= 400 && status < 500) return []
      return [{ expected: 'a 4xx', actual: describe(exchange), exchanges: [exchange] }]
    })
  },
}

export const hostileClauses: Clause[] = [...parameterClauses, repeated, organization, enormous, methods]
