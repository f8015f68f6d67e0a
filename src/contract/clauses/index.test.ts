import { expect, it } from 'vitest'
import type { Rule } from '../clause.ts'
import { clauses, withDistinctIds } from './index.ts'

const ids = (rules: object[]) => withDistinctIds(rules as Rule[]).map(({ id }) => id)

it('gives way with what is named after the contract, wherever it stands', () => {
  const named = { isNamed: true }
  expect(ids([{ id: 'zz-shape', ...named }, { id: 'zz-shape' }])).toEqual(['zz-shape-value', 'zz-shape'])
  expect(ids([{ id: 'zz-at' }, { id: 'zz-a', ...named }, { id: 'zz-a', ...named }, { id: 'zz-a', ...named }])).toEqual([
    'zz-at',
    'zz-a',
    'zz-a-value',
    'zz-a-value-value',
  ])
})

it('has no id twice for one operation', () => {
  const all = clauses.map(({ operation, id }) => `${operation.id} ${id}`)
  expect(all).toEqual([...new Set(all)])
})
