import { describe, it } from 'vitest'
import { describeClauses } from '../describe-clauses.ts'
import { describeClient } from '../describe-client.ts'
import { liveTarget, notLive } from './target.ts'

const target = liveTarget
if (target) {
  describeClauses(target.baseUrl, async () => target)
  describeClient(target.baseUrl, async () => target)
} else {
  describe.each(['the contract', 'the client'])('%s, on a live server', () => {
    it('holds', (context) => context.skip(notLive))
  })
}
