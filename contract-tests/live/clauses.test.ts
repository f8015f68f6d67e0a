import { describe, it } from 'vitest'
import { describeClauses } from '../describe-clauses.ts'
import { liveTarget, notLive } from './target.ts'

const target = liveTarget
if (target) {
  describeClauses(target.baseUrl, async () => target)
} else {
  describe('the contract, on a live server', () => {
    it('holds', (context) => context.skip(notLive))
  })
}
