import { operation, parameters, responses } from '../../../generated/facts.ts'
import type { Check, Clause, Finding } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { unexplained } from './changes.ts'
import { leakIn } from './leaks.ts'
import { ownLists } from './lists.ts'

const answers: Clause = {
  id: 'steady-answers',
  group: 'steadiness',
  says: 'A well-formed request is always answered: never with a 5xx, a lost connection or half a body',
  statement: responses['5XX'],
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    return ownLists(check)
      .filter((exchange) => exchange.wellFormed && (!exchange.answer || exchange.answer.status >= 500))
      .map((exchange) => ({ expected: 'an answer', actual: describe(exchange), exchanges: [exchange] }))
  },
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
    const newest = await survey.newest()
    for (const before of [await survey.bare(), newest]) {
      const after = await ask.again(before.query)
      const found = await unexplained(check, before, after)
      if (!found || (found === 'missing' && !(await isBack(check, before, after)))) continue
      findings.push({
        expected: 'the same conversations in the same order',
        actual: words[found],
        exchanges: [before, after],
      })
    }
    return findings
  },
}

/** Whether conversations that were missing are there again. What was deleted stays away. */
async function isBack(check: Check, before: Exchange, after: Exchange): Promise<boolean> {
  const absent = new Set(listOf(after)?.map(({ id }) => id))
  const gone = listOf(before)?.filter(({ id }) => !absent.has(id)) ?? []
  const again = listOf(await check.ask.again(before.query)) ?? []
  return again.some(({ id }) => gone.some((each) => each.id === id))
}

const words = {
  missing: 'conversations that were there before are missing',
  extra: 'conversations that were elsewhere before',
  order: 'another order',
  'order of equal keys': `another order of conversations with equal ${parameters.sortBy.default}`,
}

/** An answer is slow among many when it takes so many times the median, and at least so many milliseconds. */
const slowFactor = 20
const slowAtLeast = 1000

const time: Clause = {
  id: 'steady-time',
  group: 'steadiness',
  says: 'No answer takes far longer than the others',
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
    return exchanges
      .filter(({ duration }) => duration > limit)
      .map((exchange) => ({
        expected: `about ${Math.ceil(median)} ms, as half of the answers take`,
        actual: `${Math.round(exchange.duration)} ms`,
        exchanges: [exchange],
      }))
  },
}

const leaks: Clause = {
  id: 'leak-errors',
  group: 'steadiness',
  says: "No answer gives the token back, and no error shows the server's inside",
  statement: { pointer: responses['5XX'].pointer, evidence: 'assumed' },
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    await check.ask.any({ authorization: null })
    return check.exchanges().flatMap((exchange) => {
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
  },
}

export const steadinessClauses: Clause[] = [answers, equalRequests, time, leaks]
