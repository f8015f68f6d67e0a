import type { OperationFacts } from '../../../generated/facts.ts'
import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { assumed, type Statement } from '../evidence.ts'
import { type Answer, describe, type Exchange, isRefused } from '../exchange.ts'
import { describeNotJson } from '../not-json.ts'
import { bodyOf, listOfOperation, nounOf, successOf } from '../operation.ts'
import { asked, isNoPage } from '../walk.ts'
import { ownLists } from './lists.ts'

/** What the contract says of answers of a status; of one that it doesn't describe, nothing. */
export const responseStatement = (operation: OperationFacts, status: string): Statement =>
  operation.responses[status] ?? assumed(operation)

/** The target's own answers, asked for with parameters that are fine. */
async function wellFormed(check: Check): Promise<Exchange[]> {
  await check.survey.forward()
  await check.survey.reversed()
  return ownLists(check).filter((exchange) => exchange.wellFormed)
}

async function successes(check: Check): Promise<(Exchange & { answer: Answer })[]> {
  return (await wellFormed(check)).filter((exchange) => exchange.answer?.status === 200) as (Exchange & {
    answer: Answer
  })[]
}

/** A clause on each successful answer by itself: what it expects, and what is wrong with an answer, if anything. */
function onEachSuccess(
  rule: Pick<Rule, 'id' | 'says' | 'statement'>,
  wrong: (answer: Answer) => Omit<Finding, 'exchanges'> | undefined,
): Rule {
  return {
    ...rule,
    group: 'response',
    severity: 'violated',
    last: true,
    async judge(check) {
      const exchanges = await successes(check)
      if (exchanges.length === 0) return notExercised('no request for the list succeeded')
      return exchanges.flatMap((exchange) => {
        const finding = wrong(exchange.answer)
        return finding ? [{ ...finding, exchanges: [exchange] }] : []
      })
    },
  }
}

const status = (operation: OperationFacts): Rule => ({
  id: 'response-status',
  group: 'response',
  says: 'A well-formed request with a usable token is answered 200',
  statement: responseStatement(operation, '200'),
  severity: 'violated',
  last: true,
  async judge(check) {
    const answered = await successes(check)
    const last = new Map((await wellFormed(check)).map((exchange) => [exchange.url, exchange]))
    return (
      [...last.values()]
        // That there is no page past the end is the matter of paging-past-end.
        .filter((exchange) => exchange.answer?.status !== 200 && !isNoPage(exchange))
        .map((exchange) => ({
          expected: '200',
          actual: describe(exchange),
          exchanges: [exchange],
          ...(refusesLimit(exchange, answered) && { severity: 'advisory' as const }),
        }))
    )
  },
})

/** A server may have a largest limit. The page names none, so a refusal of more than the default is no violation. */
function refusesLimit(exchange: Exchange, answered: Exchange[]): boolean {
  const usual = listOfOperation(exchange.operation)?.limit?.default
  const limitOf = (each: Exchange) => Number(asked(each, 'limit') ?? 0)
  const limit = limitOf(exchange)
  if (usual === undefined || answered.some((other) => limitOf(other) >= limit)) return false
  return limit > usual && isRefused(exchange)
}

const contentType = (operation: OperationFacts, expected: string): Rule =>
  onEachSuccess(
    {
      id: 'response-content-type',
      says: `The ${whole(operation)} is sent as ${expected}, in UTF-8`,
      statement: contentStatement(operation),
    },
    ({ headers }) => {
      const value = headers.get('content-type')
      const [type = '', ...parameters] = (value ?? '')
        .toLowerCase()
        .split(';')
        .map((part) => part.trim())
      const charset = parameters
        .find((parameter) => parameter.startsWith('charset='))
        ?.slice(8)
        .replaceAll('"', '')
      if (type === expected && (charset === undefined || charset === 'utf-8' || charset === 'utf8')) return undefined
      // Of the header, no more is shown than what was read from it: the rest may be anything.
      const isMediaType = /^[\w.+-]+\/[\w.+-]+$/.test(type)
      const shown = isMediaType
        ? [type, ...(charset === undefined ? [] : [`charset=${charset}`])].join('; ')
        : 'no media type'
      return { expected, actual: value === null ? 'no Content-Type' : shown }
    },
  )

const json = (operation: OperationFacts): Rule =>
  onEachSuccess(
    {
      id: 'response-json',
      says: 'The body is one whole JSON text in UTF-8, without a byte order mark (RFC 8259)',
      statement: contentStatement(operation),
    },
    ({ text, json, byteOrderMark, unread, tooDeep }) => {
      if (unread) return { expected: 'a JSON text', actual: unread }
      if (tooDeep !== undefined)
        return { expected: 'values that can be read', actual: 'deeper nesting than that', at: tooDeep }
      if (text === undefined) return { expected: 'UTF-8', actual: 'bytes that are not UTF-8' }
      if (byteOrderMark) return { expected: 'JSON from the first byte on', actual: 'a byte order mark before it' }
      if (json === undefined) return { expected: 'a JSON text', actual: describeNotJson(text) }
      return undefined
    },
  )

/** What a successful answer is as a whole, in words. */
const whole = (operation: OperationFacts) => (bodyOf(operation)?.items ? 'list' : nounOf(operation).one)

/** The sample shows how the body is sent. */
const contentStatement = (operation: OperationFacts): Statement => ({
  pointer: `${responseStatement(operation, '200').pointer}/content`,
  evidence: 'example',
})

const array = (statement: Statement): Rule =>
  onEachSuccess({ id: 'response-array', says: 'The list is a bare JSON array: no envelope', statement }, ({ json }) => {
    if (json === undefined || Array.isArray(json)) return undefined
    return { expected: 'an array', actual: json === null ? 'null' : `a JSON ${typeof json}` }
  })

const shared = (operation: OperationFacts): Rule =>
  onEachSuccess(
    {
      id: 'response-private',
      says: `${capital(nounOf(operation).many)} are personal data: no shared cache may be told to keep the answer`,
      statement: assumed(operation),
    },
    ({ headers }) => {
      const directives = (name: string) =>
        (headers.get(name) ?? '')
          .toLowerCase()
          .split(',')
          .map((part) => part.trim())
      const control = directives('cache-control')
      const guarded = control.some((directive) => /^(?:no-store|no-cache|private|max-age=0)$/.test(directive))
      const lasting = control.find((directive) => /^s-maxage="?0*[1-9]/.test(directive))
      const edge = ['cdn-cache-control', 'surrogate-control'].find((name) =>
        directives(name).some((directive) => /^max-age="?0*[1-9]/.test(directive)),
      )
      const open = [
        ...(edge ? [`${edge}: max-age`] : []),
        ...(lasting && !control.includes('no-store') ? ['cache-control: s-maxage'] : []),
        ...(control.includes('public') && !guarded ? ['cache-control: public'] : []),
      ]
      if (open.length > 0) return { expected: 'private, no-store, or no word on caching', actual: open.join(', ') }
      return undefined
    },
  )

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const haste = (operation: OperationFacts): Rule => ({
  id: 'response-haste',
  group: 'response',
  says: 'A request that comes too soon after others is refused with 429, or with 503 and Retry-After',
  statement: responseStatement(operation, '429'),
  severity: 'advisory',
  last: true,
  async judge(check) {
    await check.survey.forward()
    const refusals = check.refusals().filter((refusal) => refusal.operation === operation)
    const last = refusals.at(-1)
    if (!last) return []
    return [
      {
        expected: '429, with Retry-After',
        actual: `503 without Retry-After for ${refusals.length} requests, all of which succeeded at a slower pace: a rate limit, to be kept with ${check.names.rate}`,
        exchanges: [last],
      },
    ]
  },
})

const head = (operation: OperationFacts): Rule => ({
  id: 'response-head',
  group: 'response',
  says: 'HEAD is answered like GET without its body, or refused with a 4xx (RFC 9110)',
  statement: assumed(operation),
  severity: 'violated',
  async judge(check) {
    if ((await check.survey.bare()).answer?.status !== 200) return notExercised('GET is not answered 200')
    const exchange = await check.ask.any({ method: 'HEAD' })
    const { answer } = exchange
    // 501 is the right answer of a server that has no such method.
    if (answer && (answer.status === 501 || answer.status < 300 || isRefused(exchange))) return []
    return [{ expected: '200, or a 4xx', actual: describe(exchange), exchanges: [exchange] }]
  },
})

/** What holds for the answer to any operation. */
export function responseRules(operation: OperationFacts): Rule[] {
  const { contentType: type } = successOf(operation) ?? {}
  const body = bodyOf(operation)
  return [
    status(operation),
    ...(type ? [contentType(operation, type)] : []),
    ...(body ? [json(operation)] : []),
    ...(body?.items ? [array(body)] : []),
    shared(operation),
    haste(operation),
    head(operation),
  ]
}
