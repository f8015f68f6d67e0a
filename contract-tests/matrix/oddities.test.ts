import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clauses, renderReport } from '../../src/contract/index.ts'
import { faults, oddities } from '../faults/index.ts'
import { cachedStore, openStore, type Store } from '../sandbox/index.ts'
import { reportOn, violatedIn } from './report-on.ts'

describe('no clause accuses', () => {
  let store: Store

  beforeAll(async () => {
    store = cachedStore(await openStore())
  })

  afterAll(() => store.close())

  const healthy = { name: 'healthy', summary: 'The sandbox as it is.', needs: ['intrusive' as const] }

  it.concurrent.for([healthy, ...oddities].map((oddity) => [oddity.name, oddity] as const))(
    '%s',
    async ([, oddity]) => {
      const report = await reportOn(oddity, store)
      expect(violatedIn(report), renderReport(report, 'text')).toEqual([])
    },
  )
})

it('names a clause that exists in each fault', () => {
  const ids = clauses.map(({ id }) => id)
  expect(faults.filter(({ noticedBy }) => !ids.includes(noticedBy)).map(({ name }) => name)).toEqual([])
})
