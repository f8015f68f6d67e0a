import { type OperationFacts, operations, type ParameterFacts } from '../../../generated/facts.ts'
import { kebabCase } from '../../text/kebab-case.ts'
import { organizationParameter } from '../asks.ts'
import type { Check, Finding, Rule } from '../clause.ts'
import { assumed } from '../evidence.ts'
import { describe, type Exchange, type Item, listOf } from '../exchange.ts'
import { type List, listOfOperation } from '../operation.ts'
import { difference, sameIds } from '../same-page.ts'
import { hostileValues } from './hostile-values.ts'
import { judgeEach } from './judge-each.ts'
import { leakIn, markup } from './leaks.ts'
import { ownLists } from './lists.ts'
import type { SizedList } from './page-size.ts'
import { isRefusal } from './refusal.ts'
import { foreignFindings, strangerOf } from './tenancy.ts'

type Query = [name: string, value: string][]

/**
 * What is wrong with the answer to a request that can't be used as it is. Refused with any 4xx or answered by defaults:
 * both are fine. Never a failure of the server, an inner detail, or more than the organization's own page.
 */
async function unusableFindings(exchange: Exchange, check: Check): Promise<Finding[]> {
  const { answer } = exchange
  const expected = '400 (or another 4xx), or the answer to the default'
  const finding = (actual: string): Finding[] => [{ expected, actual, exchanges: [exchange] }]
  if (!answer || answer.status >= 500) return finding(describe(exchange))
  const leak = leakIn(answer, check.target)
  if (leak) return finding(`${answer.status} with ${leak}`)
  if (answer.status >= 400)
    return isRefusal(answer, check) ? [] : finding(`${answer.status} with conversations in the body`)
  const items = listOf(exchange)
  // The answer to an operation that is no list has no default's page to be held against.
  if (!items) return listOfOperation(check.operation) ? finding(describe(exchange)) : []
  const most = await usualSize(check)
  if (items.length > most) return finding(`${describe(exchange)}, more than a page of ${most}`)
  const isForeign = items.some((item) => !isOwn(item, check))
  return isForeign && (await ownsAll(check)) ? finding(`${describe(exchange)}, some of another organization`) : []
}

/** An answer that is neither a refusal nor the default's page, each time: the default is asked for anew as well. */
async function otherPageFindings(exchange: Exchange, check: Check): Promise<Finding[]> {
  const bare = await check.survey.bare()
  if (!listOf(exchange) || !listOf(bare) || sameIds(bare, exchange)) return []
  const [again, bareAgain] = [await check.ask.repeat(exchange), await check.ask.again()]
  const found = again && difference(bareAgain, again, ownLists(check))
  // Items that stand at the same time may stand in any order, and some may have been deleted in between.
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
async function usualSize({ operation, survey }: Check): Promise<number> {
  const bare = listOf(await survey.bare())?.length ?? 0
  return Math.max(bare, listOfOperation(operation)?.limit?.default ?? 0)
}

/** Whether an item is of the organization that was asked for, as far as it tells. */
const isOwn = ({ values, schema }: Item, { ask }: Check): boolean =>
  Object.entries(schema.fields).every(
    ([name, { equalsParameter }]) =>
      equalsParameter !== organizationParameter ||
      String(values[name]).toLowerCase() === ask.path[organizationParameter]?.toLowerCase(),
  )

/** Whether the ordinary list holds this organization's items only, so that a foreign one means something. */
async function ownsAll(check: Check): Promise<boolean> {
  return (listOf(await check.survey.bare()) ?? []).every((item) => isOwn(item, check))
}

const ruleHead = (id: string, says: string, statement: Rule['statement']): Omit<Rule, 'judge'> => ({
  id,
  group: 'hostile input',
  says,
  // Nobody documents what becomes of bad input. That it must not hurt is a matter of health, not of words.
  statement: assumed(statement),
  severity: 'violated',
})

const findingsOf = (queries: Query[], check: Check): Promise<Finding[]> =>
  judgeEach(
    queries.map((query) => ({ query })),
    check,
    (exchange) => unusableFindings(exchange, check),
  )

/** Unusable values of one parameter. */
function parameterRule(name: string, parameter: ParameterFacts, list: List | undefined): Rule {
  const { strict, loose } = hostileValues(name, parameter, list)
  const query = (value: string): Query => [[name, value]]
  const says = `An unusable ${name} is refused with a 4xx or answered${parameter.default === undefined ? '' : ' by the default'}`
  return {
    ...ruleHead(`hostile-${kebabCase(name)}`, says, parameter),
    isNamed: true,
    async judge(check) {
      const findings = await findingsOf([...strict, ...loose].map(query), check)
      const empty = await emptyQuery(withoutValue(name, list), name, strict.length > 0, check)
      findings.push(...(await findingsOf([empty], check)))
      const hurt = new Set(findings.flatMap(({ exchanges }) => exchanges))
      for (const each of strict.length > 0 ? [...strict.map(query), empty] : []) {
        const exchange = await check.ask.any({ query: each })
        if (!hurt.has(exchange)) findings.push(...(await otherPageFindings(exchange, check)))
      }
      return findings
    },
  }
}

/** The request that shows what an empty value does: of two parameters at once, unless one of them is to blame by itself. */
async function emptyQuery(together: Query, name: string, isStrict: boolean, check: Check): Promise<Query> {
  const hurts = async (query: Query) => {
    const exchange = await check.ask.any({ query })
    if ((await unusableFindings(exchange, check)).length > 0) return true
    return isStrict && (await otherPageFindings(exchange, check)).length > 0
  }
  if (together.length === 1 || !(await hurts(together))) return together
  for (const each of together) if (await hurts([each])) return [[name, '']]
  return together
}

/** A parameter without a value: those of a list two at a time. */
function withoutValue(name: string, list: List | undefined): Query {
  const { page, limit, order } = list ?? {}
  const pairs = [
    [page?.name, limit?.name],
    [order?.sortBy.name, order?.sortDirection.name],
  ]
  const names = pairs.find((pair) => pair.includes(name)) ?? [name]
  return names.flatMap((each): Query => (each === undefined ? [] : [[each, '']]))
}

/** Each parameter of a list twice, two parameters at a time, and once more under brackets. */
const repeated = ({ operation, page, first, limit, order, id }: List): Rule => {
  const twice = (name: string | undefined, ...values: (string | number)[]): Query =>
    name === undefined ? [] : values.map((value) => [name, String(value)])
  const { sortBy, sortDirection, ascending = '', descending = '' } = order ?? {}
  const queries = [
    [...twice(page.name, first, first + 1), ...twice(sortBy?.name, sortBy?.default ?? '', id)],
    [...twice(limit?.name, 1, 2), ...twice(sortDirection?.name, ascending, descending)],
    [page, limit, sortBy].flatMap((part): Query => (part ? [[`${part.name}[]`, '1']] : [])),
  ]
  const says = 'A parameter that is given twice or under a bracket is refused with a 4xx or answered'
  return {
    ...ruleHead('hostile-repeated', says, operation),
    judge: (check) =>
      findingsOf(
        queries.filter((query) => query.length > 0),
        check,
      ),
  }
}

/** Odd values of a parameter of the path. */
function pathRule(name: string, parameter: ParameterFacts): Rule {
  const owner = name.replace(/_?id$/i, '')
  const says = `An odd ${owner} id is refused with a 4xx or answered with an empty list`
  return {
    ...ruleHead(`hostile-${kebabCase(owner)}`, says, parameter),
    async judge(check) {
      const own = check.ask.path[name] ?? ''
      const values = [
        `' OR '1'='1${markup}`,
        '%',
        '*',
        'undefined',
        ...(name === organizationParameter ? [`${strangerOf(own)}/../${own}`] : []),
        `${own}\u0000`,
        'ö'.repeat(300),
      ]
      const requests = values.map((value) => ({ path: { [name]: value } }))
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
}

/** Sent only when asked for: it may cost a server that has no bound. */
const enormousLimit = '1000000000'

const enormous = ({ limit }: SizedList): Rule => ({
  ...ruleHead('hostile-enormous-limit', 'An enormous limit is refused or clamped', limit),
  intrusive: true,
  async judge(check) {
    const exchange = await check.ask.any({ query: [[limit.name, enormousLimit]] })
    const { answer } = exchange
    const refused = answer && answer.status >= 400 && answer.status < 500
    const empty = listOf(exchange)?.length === 0 && Boolean(listOf(await check.survey.bare())?.length)
    if (answer && !leakIn(answer, check.target) && (refused || (listOf(exchange) && !empty))) return []
    return [{ expected: 'a 4xx, or a page', actual: describe(exchange), exchanges: [exchange] }]
  },
})

/** Methods that change what is stored, and that no operation has at the same path. */
const foreignMethods = ({ path }: OperationFacts): string[] => {
  const known = Object.values<OperationFacts>(operations).filter((operation) => operation.path === path)
  return ['POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => known.every((operation) => operation.method !== method))
}

const methods = (operation: OperationFacts): Rule => ({
  ...ruleHead('hostile-methods', 'Methods that the contract does not have are refused with a 4xx', operation),
  intrusive: true,
  judge(check) {
    const requests = foreignMethods(operation).map((method) => ({ method, authorization: null }))
    return judgeEach(requests, check, (exchange) => {
      const status = exchange.answer?.status ?? 0
      if (status >= 400 && status < 500) return []
      return [{ expected: 'a 4xx', actual: describe(exchange), exchanges: [exchange] }]
    })
  },
})

/** What becomes of input that can't be used. */
export function hostileRules(operation: OperationFacts): Rule[] {
  const list = listOfOperation(operation)
  const parameters = Object.entries(operation.parameters)
  const rules = (place: string, rule: (name: string, parameter: ParameterFacts) => Rule) =>
    parameters.flatMap(([name, parameter]) => (parameter.in === place ? [rule(name, parameter)] : []))
  return [
    ...rules('query', (name, parameter) => parameterRule(name, parameter, list)),
    ...(list ? [repeated(list)] : []),
    ...rules('path', pathRule),
    ...(list?.limit ? [enormous({ ...list, limit: list.limit })] : []),
    methods(operation),
  ]
}
