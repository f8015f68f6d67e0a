import { expect, it } from 'vitest'
import type { Change } from './change.ts'
import { mergeChanges } from './merge.ts'

const change = (place: string, impact: Change['impact'], what: string, keyword = 'default'): Change => ({
  pointer: `#/${place}`,
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

it('takes the name of the place from the own check, which knows all that share it', () => {
  const own = { ...change('a', 'minor', 'own'), place: 'a of every operation' }
  expect(mergeChanges([change('a', 'major', 'found')], [own])).toEqual([
    { ...change('a', 'major', 'found'), place: 'a of every operation' },
  ])
})

it('lists what is gone one by one, or as a whole, and not both', () => {
  const own = change('headers/a', 'major', 'own', 'removed')
  expect(mergeChanges([change('headers', 'major', 'found', 'removed')], [own])).toEqual([own])
})

it('keeps apart what is called the same', () => {
  const other = { ...change('a', 'minor', 'own'), pointer: '#/b' }
  expect(mergeChanges([], [change('a', 'major', 'own'), other])).toHaveLength(2)
})
