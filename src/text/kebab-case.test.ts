import { expect, it } from 'vitest'
import { kebabCase } from './kebab-case.ts'

it.each([
  ['sortBy', 'sort-by'],
  ['sort_by', 'sort-by'],
  ['filter[status]', 'filter-status'],
  ['$zz.top', 'zz-top'],
  ['größe 名', 'größe-名'],
  ['_', '-'],
])('writes %s as %s', (name, expected) => {
  expect(kebabCase(name)).toBe(expected)
})
