import { expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { Asks } from './asks.ts'
import type { Clause, Finding } from './clause.ts'
import { judge } from './judge.ts'
import { Probe } from './probe.ts'
import { showMasked } from './show.ts'
import { testClock } from './testing/clock.ts'
import { fetchOf, json } from './testing/server.ts'

const target = { baseUrl: 'https://chat.example', token: 'made-up', organizationId: 'acme' }
const finding: Finding = { expected: 'order', actual: 'disorder', exchanges: [] }

/** Judges one clause that finds something in the rounds given. */
async function judgeClause(foundIn: number[], changes: Partial<Clause> = {}, compares = true) {
  const { fetch, received } = fetchOf(() => json([]))
  const probe = new Probe({ target, fetch, clock: testClock(), timeout: 1000, maxRequests: 100 })
  let round = 0
  const clause: Clause = {
    id: 'a-clause',
    operation: operations.listConversations,
    group: 'paging',
    says: 'something',
    statement: { pointer: '#', evidence: 'documented' },
    severity: 'violated',
    ...(compares && { compares }),
    async judge(check) {
      round++
      await check.ask.list()
      await check.ask.list()
      expect(check.exchanges()).toHaveLength(round)
      return foundIn.includes(round) ? [finding] : []
    },
    ...changes,
  }
  const judgements = await judge({ clauses: [clause], probe, asked: new Asks(probe, target), target, show: showMasked })
  return { ...judgements.get(clause), requests: received.length }
}

it('judges a clause that holds once, asking each request once', async () => {
  expect(await judgeClause([])).toMatchObject({ findings: [], rounds: 1, found: 0, requests: 1 })
})

it('confirms a violation with fresh exchanges', async () => {
  expect(await judgeClause([1, 2, 3])).toMatchObject({ findings: [finding], rounds: 2, found: 2, requests: 2 })
})

it('asks a third time when the second contradicts the first', async () => {
  expect(await judgeClause([1, 3])).toMatchObject({ rounds: 3, found: 2 })
  expect(await judgeClause([1])).toMatchObject({ findings: [finding], rounds: 3, found: 1 })
})

it('takes at its word a clause that compares nothing', async () => {
  expect(await judgeClause([1], {}, false)).toMatchObject({ rounds: 1, found: 1 })
})

it('does not confirm what is advisory', async () => {
  expect(await judgeClause([1], { severity: 'advisory' })).toMatchObject({ rounds: 1, found: 1 })
})
