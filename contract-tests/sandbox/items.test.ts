import { expect, test } from 'vitest'
import type { FieldFacts } from '../../generated/facts.ts'
import { makeItems } from './items.ts'
import { fieldFacts as field } from './testing/field-facts.ts'

const make = (fields: Record<string, FieldFacts>, count = 30) =>
  makeItems(
    { fields, list: { id: 'zz_key', time: 'zz_when' }, path: { zz_owner: 'somebody' }, pageSize: 5 },
    count,
    'x',
  )

test('the parts of an item have the names that the contract gives them', () => {
  const items = make({
    zz_key: field({ type: 'integer' }),
    zz_when: field({ format: 'date-time' }),
    zz_of: field({ equalsParameter: 'zz_owner' }),
  })
  expect(items.map(({ zz_key }) => zz_key)).toEqual(items.map((_, index) => index + 1))
  expect(new Set(items.map(({ zz_of }) => zz_of))).toEqual(new Set(['somebody']))
  const times = items.map(({ zz_when }) => Date.parse(String(zz_when)))
  expect(times).toEqual([...times].sort((one, other) => one - other))
  expect(times[5]).toBe(times[4])
  expect(new Set(times).size).toBeGreaterThan(1)
})

test('an optional field is sometimes left out, and null only where it may be', () => {
  const items = make({
    zz_required: field({}),
    zz_optional: field({ required: false }),
    zz_flag: field({ type: 'boolean' }),
    zz_note: field({ required: false, nullable: true, availableWhen: 'zz_flag' }),
  })
  const having = (name: string) => items.filter((item) => name in item).length
  expect(having('zz_required')).toBe(items.length)
  expect(having('zz_optional')).toBeGreaterThan(0)
  expect(having('zz_optional')).toBeLessThan(items.length)
  expect(items.filter((item) => item.zz_optional === null)).toEqual([])
  const without = items.filter(({ zz_flag }) => !zz_flag)
  expect(new Set(without.map((item) => ('zz_note' in item ? item.zz_note : 'absent')))).toEqual(
    new Set(['absent', null]),
  )
})
