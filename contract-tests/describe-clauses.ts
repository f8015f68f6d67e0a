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
    const skipped = new Map(
      clauses.map((clause) => [clause.id, clause.intrusive ? 'runs only with --intrusive' : cannotShow(clause)]),
    )
    let report: Report

    beforeAll(async () => {
      const skip = clauses.filter(({ id, intrusive }) => !intrusive && skipped.get(id)).map(({ id }) => id)
      report = await verify({ ...(await target()), skip })
    })

    it.for(clauses.map(({ id, says }) => [id, says] as const))('%s: %s', ([id], context) => {
      const reason = skipped.get(id)
      if (reason) context.skip(reason)
      const clause = report.clauses.find((each) => each.id === id)
      if (clause?.verdict === 'not exercised') context.skip(clause.reason)
      const details = renderReport({ ...report, clauses: clause ? [clause] : [] }, 'text')
      expect(clause?.verdict, details).not.toBe('violated')
    })
  })
}
