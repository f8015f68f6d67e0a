import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clauses, type Group, type Report } from '../../src/contract/index.ts'
import { faults } from '../faults/index.ts'
import { operation as stored } from '../sandbox/fields.ts'
import { cachedStore, openStore, type Store } from '../sandbox/index.ts'
import { diagnosesOf } from './diagnoses.ts'
import { reportOn } from './report-on.ts'

const noticing = ({ clauses }: Report) =>
  clauses.filter(({ verdict }) => verdict === 'violated' || verdict === 'advisory').map(({ id }) => id)

/**
 * Every clause on every fault that a clause of these groups must notice, and the matrix of who noticed what: clauses of the
 * operation whose data the sandbox stores, which the faults are made for.
 */
export function describeMatrix(...groups: Group[]) {
  const responsible = clauses
    .filter(({ group, operation }) => groups.includes(group) && operation.id === stored.id)
    .map(({ id }) => id)
  const entries = faults.filter(({ noticedBy }) => responsible.includes(noticedBy))

  describe(`every clause on every fault of ${groups.join(', ')}`, () => {
    const matrix = new Map<string, string[]>()
    let store: Store

    beforeAll(async () => {
      store = cachedStore(await openStore())
    })

    afterAll(async () => {
      await store.close()
      const width = Math.max(...entries.map(({ name }) => name.length))
      console.log([...matrix].map(([name, ids]) => `${name.padEnd(width)}  ${ids.join(' ')}`).join('\n'))
    })

    // Together, since some of them wait for a server that hangs.
    it.concurrent.for(entries.map((fault) => [fault.name, fault.noticedBy, fault] as const))(
      '%s is noticed by %s',
      async ([name, id, fault]) => {
        const report = await reportOn(fault, store)
        const ids = noticing(report)
        matrix.set(name, ids)
        expect(ids).toContain(id)
        expect(report.diagnoses.map((diagnosis) => diagnosis.id)).toEqual(diagnosesOf(name))
      },
    )

    it('has a fault for each clause', () => {
      const needed = new Set(entries.map(({ noticedBy }) => noticedBy))
      expect(responsible.filter((id) => !needed.has(id))).toEqual([])
    })
  })
}
