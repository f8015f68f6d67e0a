import { expect, it } from 'vitest'
import type { Change } from './change.ts'
import { mergeChanges } from './merge.ts'

const change = (place: string, impact: Change['impact'], what: string, keyword = 'default'): Change => ({
  place,
  keyword,
  impact,
  what,
})

it('keeps the higher rating of one change, the own words in a tie, and puts the worst first', () => {
  const found = [change('a', 'patch', 'found'), change('b', 'major', 'found'), change('c', 'minor', 'found')]
  const own = [change('a', 'major', 'own'), change('b', 'minor', 'own'), change('c', 'minor', 'own')]
  expect(mergeChanges(found, own)).toEqual([
    change('a', 'major', 'own'),
    change('b', 'major', 'found'),
    change('c', 'minor', 'own'),
  ])
})

it('keeps two changes of one place apart', () => {
  expect(mergeChanges([change('a', 'patch', 'one', 'format')], [change('a', 'patch', 'other')])).toHaveLength(2)
})
