import type { OperationFacts } from '../../../generated/facts.ts'
import type { Check, Finding, Rule } from '../clause.ts'
import { assumed } from '../evidence.ts'
import type { Exchange } from '../exchange.ts'

/** An answer is slow among many when it takes so many times the median, and at least so many milliseconds. */
const slowFactor = 20
const slowAtLeast = 500

export const time = (operation: OperationFacts): Rule => ({
  id: 'steady-time',
  group: 'steadiness',
  says: 'No request takes far longer than the others each time it is sent',
  statement: assumed(operation),
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
})

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
