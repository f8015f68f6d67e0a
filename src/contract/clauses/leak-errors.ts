import type { OperationFacts } from '../../../generated/facts.ts'
import type { Check, Finding, Rule } from '../clause.ts'
import { assumed } from '../evidence.ts'
import { leakIn } from './leaks.ts'

export const leakRule = (operation: OperationFacts): Rule => ({
  id: 'leak-errors',
  group: 'leaks',
  says: "No answer gives the token back, and no error shows the server's inside",
  statement: assumed(operation),
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    const findings = leakFindings(check)
    if (findings.length > 0) return findings
    await check.ask.any({ authorization: null })
    return leakFindings(check)
  },
})

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
