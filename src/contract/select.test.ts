import { expect, it } from 'vitest'
import { clauses } from './clauses/index.ts'
import { operations } from './operation.ts'
import { selectClauses } from './select.ts'

const ids = (...args: Parameters<typeof selectClauses>) => selectClauses(...args).map(({ id }) => id)

it('selects everything but the intrusive', () => {
  expect(ids({})).toEqual(clauses.filter(({ intrusive }) => !intrusive).map(({ id }) => id))
  expect(ids({ intrusive: true })).toHaveLength(clauses.length)
})

it('narrows', () => {
  expect(new Set(ids({ only: ['paging-limit', 'auth-missing'], skip: ['paging-limit'] }))).toEqual(
    new Set(['auth-missing']),
  )
  expect(ids({ skip: ['auth-missing'] })).not.toContain('auth-missing')
})

it.each([
  [{ only: ['paging-limits'] }, /no clause "paging-limits". Did you mean paging-limit\?/],
  [{ skip: ['nope'] }, /no clause "nope"\.$/],
  [{ operations: ['listConversation'] }, /no operation "listConversation"\. Did you mean listConversations\?/],
  [{ only: ['hostile-methods'] }, /hostile-methods needs intrusive/],
  [{ only: ['auth-missing'], skip: ['auth-missing'] }, /No clause is left/],
])('refuses %j', (selection, message) => {
  expect(() => selectClauses(selection)).toThrow(message)
})

it.each(operations)('has ids that are unique for $id, and in kebab-case', (operation) => {
  const all = clauses.filter((clause) => clause.operation === operation).map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
  for (const id of all) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/)
})
