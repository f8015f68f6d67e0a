import { describe, it } from 'vitest'
import { describeClient } from '../describe-client.ts'
import { liveTarget, notLive } from './target.ts'

const target = liveTarget
if (target) {
  describeClient(target.baseUrl, async () => target)
} else {
  describe('the client, on a live server', () => {
    it('reads it', (context) => context.skip(notLive))
  })
}
