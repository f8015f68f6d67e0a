import { operations } from '../../../generated/facts.ts'
import type { Check, Clause, Finding } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { isBare503 } from '../haste.ts'
import { sightingsOf } from '../walk.ts'
import { unexplained } from './changes.ts'
import { leakIn } from './leaks.ts'
import { ownLists } from './lists.ts'
import { type Direction, inversionFindings } from './sorted.ts'
import { values } from './steady-values.ts'

const operation = operations.listConversations
const { parameters, responses } = operation

const answers: Clause = {
  id: 'steady-answers',
  group: 'steadiness',
  says: 'A well-formed request is always answered: never with a 5xx, a lost connection, half a body or an endless one',
  statement: responses['5XX'],
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    // Where the pace is limited by 503, one that was answered at once when it was sent again is of that kind too.
    const isHaste = (exchange: Exchange) => check.refusals().length > 0 && isBare503(exchange)
    const failed = ownLists(check).filter(
      (exchange) => exchange.wellFormed && !isHaste(exchange) && (!exchange.answer || exchange.answer.status >= 500),
    )
    const endless = check.exchanges().filter(({ answer }) => answer?.unread)
    const findings = [
      ...failed.map((exchange) => ({ expected: 'an answer', actual: describe(exchange), exchanges: [exchange] })),
      ...endless.map((exchange) => ({
        expected: 'a body of modest size',
        actual: describe(exchange),
        exchanges: [exchange],
      })),
    ]
    return findings.length > 0 ? findings : emptyForAWhile(check)
  },
}

/** Empty lists that hold conversations when they are asked for again, though those had been seen before. */
async function emptyForAWhile(check: Check): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Map<string, number>()
  for (const { conversation, exchange } of sightingsOf(ownLists(check))) {
    seen.set(conversation.id, Math.min(exchange.sequence, seen.get(conversation.id) ?? exchange.sequence))
  }
  const empty = ownLists(check).filter((each) => each.wellFormed && listOf(each)?.length === 0)
  const seenBefore = (sequence: number) => [...seen.values()].filter((first) => first < sequence).length
  for (const exchange of empty.filter((each) => firstPlace(each) < seenBefore(each.sequence))) {
    const again = await check.ask.again(exchange.query)
    if (!listOf(again)?.some(({ id }) => (seen.get(id) ?? exchange.sequence) < exchange.sequence)) continue
    findings.push({
      expected: 'conversations that were there before',
      actual: 'an empty list, for a while',
      exchanges: [exchange, again],
    })
  }
  return findings
}

/** How many conversations stand before the page that an exchange asked for. */
function firstPlace({ query }: Exchange): number {
  const { page, limit } = Object.fromEntries(query)
  return (Number(page ?? parameters.page.default) - 1) * Number(limit ?? parameters.limit.default)
}

const equalRequests: Clause = {
  id: 'steady-equal-requests',
  group: 'steadiness',
  says: 'Equal requests are answered alike, but for conversations that arrived in between',
  statement: operation,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const { survey, ask } = check
    const findings: Finding[] = []
    const bare = await survey.bare()
    const first = [await survey.newest(), bare]
    // At the same time, as a client that reads ahead asks; and one right after the other, so that nothing of it sticks.
    const later = await Promise.all(first.map(({ query }) => ask.again(query)))
    for (const [index, before] of first.entries()) {
      const after = later[index] as Exchange
      const found = await unexplained(check, before, after)
      if (!found || (found === 'missing' && !(await isFault(check, before, after)))) continue
      findings.push({
        expected: 'the same conversations in the same order',
        actual: words[found],
        exchanges: [before, after],
        // The creation time of a conversation does not change.
        certain: found === 'order',
      })
    }
    return findings
  },
}

/** So many conversations may be deleted between two requests of a check, and no more. */
const mostDeletions = 5

/** Whether conversations that were missing are there again, or too many are gone. What was deleted stays away. */
async function isFault(check: Check, before: Exchange, after: Exchange): Promise<boolean> {
  const present = new Set(listOf(after)?.map(({ id }) => id))
  const gone = listOf(before)?.filter(({ id }) => !present.has(id)) ?? []
  if (gone.length > mostDeletions) return true
  const again = listOf(await check.ask.again(before.query)) ?? []
  return again.some(({ id }) => gone.some((each) => each.id === id))
}

const words = {
  missing: 'conversations that were there before are missing',
  extra: 'conversations that were elsewhere before',
  order: 'another order',
  'order of equal keys': `another order of conversations with equal ${parameters.sortBy.default}`,
}

const order: Clause = {
  id: 'steady-order',
  group: 'steadiness',
  says: 'Each time the list is asked for, it is in the order that was asked for',
  statement: parameters.sortDirection,
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    return parameters.sortDirection.allowed.flatMap((direction) => {
      const lists = ownLists(check).filter((exchange) => exchange.wellFormed && isIn(direction, exchange))
      const findings = lists.flatMap((list) => inversionFindings([list], parameters.sortBy.default, direction, check))
      // What is out of order most of the time is the matter of the clauses on sorting.
      return findings.length * 2 > lists.length ? [] : findings
    })
  },
}

/** Whether an exchange asked for the default order of the list, in this direction. */
function isIn(direction: Direction, { query }: Exchange): boolean {
  const { sortBy, sortDirection } = { ...defaults, ...Object.fromEntries(query) }
  return sortBy === parameters.sortBy.default && sortDirection === direction
}

const defaults = { sortBy: parameters.sortBy.default, sortDirection: parameters.sortDirection.default }

/** An answer is slow among many when it takes so many times the median, and at least so many milliseconds. */
const slowFactor = 20
const slowAtLeast = 500

const time: Clause = {
  id: 'steady-time',
  group: 'steadiness',
  says: 'No request takes far longer than the others each time it is sent',
  statement: { pointer: operation.pointer, evidence: 'assumed' },
  severity: 'advisory',
  last: true,
  async judge(check) {
    await check.survey.forward()
    // The first answer may wait for a connection or a cold start.
    const exchanges = check.exchanges().filter(({ sequence }) => sequence > 1)
    const durations = exchanges.map(({ duration }) => duration).sort((a, b) => a - b)
    const median = durations[Math.floor(durations.length / 2)]
    if (median === undefined || durations.length < 10) return { notExercised: 'fewer than ten answers to compare' }
    const limit = Math.max(slowAtLeast, median * slowFactor)
    const findings: Finding[] = []
    for (const exchange of exchanges.filter(({ answer, duration }) => answer && duration > limit)) {
      if (findings.length === mostSlow) break
      if (!(await isSlowAgain(check, exchange, limit))) continue
      findings.push({
        expected: `about ${Math.ceil(median)} ms, as half of the answers take`,
        actual: `${Math.round(exchange.duration)} ms, and as long when it is sent again`,
        exchanges: [exchange],
      })
    }
    return findings
  },
}

/** What is slow once may be this machine's doing, or its network's. */
async function isSlowAgain({ ask }: Check, exchange: Exchange, limit: number): Promise<boolean> {
  for (let time = 0; time < 2; time++) {
    const again = await ask.repeat(exchange)
    if (!again || again.duration <= limit) return false
  }
  return true
}

/** Slow requests that are sent again, so that a slow server isn't kept busy. */
const mostSlow = 3

const leaks: Clause = {
  id: 'leak-errors',
  group: 'steadiness',
  says: "No answer gives the token back, and no error shows the server's inside",
  statement: { pointer: operation.pointer, evidence: 'assumed' },
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    const findings = leakFindings(check)
    if (findings.length > 0) return findings
    await check.ask.any({ authorization: null })
    return leakFindings(check)
  },
}

const leakFindings = (check: Check): Finding[] =>
  check.exchanges().flatMap((exchange) => {
    const leak = exchange.answer && leakIn(exchange.answer, check.target)
    if (!leak) return []
    return [
      {
        expected: 'an error in words for a caller',
        actual: `${exchange.answer?.status} with ${leak}`,
        exchanges: [exchange],
      },
    ]
  })

export const steadinessClauses: Clause[] = [answers, equalRequests, order, values, time, leaks]
