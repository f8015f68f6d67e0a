import type { Check, Finding } from '../clause.ts'
import type { Exchange, Variation } from '../exchange.ts'

/** Judges the answer to each request by itself. What was found counts, also when the check ends before the rest is answered. */
export async function judgeEach(
  requests: Variation[],
  { ask }: Check,
  judge: (exchange: Exchange) => Finding[] | Promise<Finding[]>,
): Promise<Finding[]> {
  const outcomes = await Promise.allSettled(requests.map(async (request) => judge(await ask.any(request))))
  const findings = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  const failed = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined
  if (failed && findings.length === 0) throw failed.reason
  return findings
}
