import { beforeAll, describe, expect, it } from 'vitest'
import { type Clause, clauses, type Report, renderReport, type Target, verify } from '../src/contract/index.ts'

/**
 * One test a clause against one target: the same verdicts that `verify` gives. What was not exercised is skipped with its reason.
 *
 * @param cannotShow Why a clause says nothing about this target; such a clause is skipped.
 */
export function describeClauses(
  name: string,
  target: () => Promise<Target>,
  cannotShow: (clause: Clause) => string | undefined = () => undefined,
) {
  describe(`the contract, on ${name}`, () => {
    const whySkipped = (clause: Clause) => (clause.intrusive ? 'runs only with --intrusive' : cannotShow(clause))
    let report: Report

    beforeAll(async () => {
      const skip = clauses.filter((clause) => !clause.intrusive && whySkipped(clause)).map(({ id }) => id)
      report = await verify({ ...(await target()), skip: [...new Set(skip)] })
    })

    it.for(clauses.map((clause) => [clause.id, clause.says, clause] as const))('%s: %s', ([id, , clause], context) => {
      const why = whySkipped(clause)
      if (why) context.skip(why)
      const judged = report.clauses.find((each) => each.id === id && each.operation === clause.operation.id)
      if (judged?.verdict === 'not exercised') context.skip(judged.reason)
      const details = renderReport({ ...report, clauses: judged ? [judged] : [] }, 'text')
      expect(judged?.verdict, details).not.toBe('violated')
    })
  })
}
