import { expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { didYouMean, nearest } from './nearest.ts'

const { parameters } = operations.listConversations

it.each([
  ['DSC', ['ASC', 'DESC'], 'DESC'],
  ['down', ['ASC', 'DESC'], undefined],
  ['cvs', ['table', 'json', 'ndjson', 'csv'], 'csv'],
  ['.cvs', ['.json', '.csv'], '.csv'],
  ['JSN', ['json', 'ndjson'], 'json'],
  ['xls', ['table', 'json', 'ndjson', 'csv'], undefined],
  ['', ['csv'], undefined],
  ['created', parameters.sortBy.known, 'created_at'],
  ['messages', parameters.sortBy.known, 'total_messages'],
  ['total_mesages', parameters.sortBy.known, 'total_messages'],
  ['colour', parameters.sortBy.known, undefined],
])('takes %s for one of %j: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

it('says it as a question, or nothing', () => {
  expect(didYouMean('jsn', ['json'])).toBe(' Did you mean json?')
  expect(didYouMean('abc', ['json'])).toBe('')
})
