import { describe, expect, test } from 'vitest'
import type { FieldFacts } from '../../generated/facts.ts'
import { operations } from '../../generated/facts.ts'
import { validateConversationList } from '../../generated/validators.ts'
import { makeConversations } from './conversations.ts'
import { fields } from './fields.ts'
import { createRandom } from './random.ts'
import { defaults } from './sandbox.ts'
import { fieldFacts } from './testing/field-facts.ts'
import { columnOf } from './values.ts'

const { parameters } = operations.listConversations

const { conversations: count } = defaults
const made = makeConversations('organization', count, 'seed')
const values = (name: string) => made.map((one) => (one as Record<string, unknown>)[name])

describe('made-up conversations', () => {
  test('keep the contract', () => {
    expect(validateConversationList(made)).toBe(true)
    expect(values('copilot_id')).toEqual(Array(count).fill('organization'))
    expect(new Set(values('id')).size).toBe(count)
  })

  test('are the same for the same seed, and others for another', () => {
    expect(makeConversations('organization', count, 'seed')).toEqual(made)
    expect(makeConversations('organization', count, 'other')).not.toEqual(made)
  })

  test('have every known value of every field', () => {
    for (const [name, { known, allowed }] of Object.entries(fields)) {
      for (const value of allowed ?? known ?? []) expect(values(name)).toContain(value)
    }
    expect(new Set(values('handoff'))).toEqual(new Set([true, false]))
    expect(values('meta')).toContain(null)
    expect(values('meta')).toContainEqual(expect.objectContaining({ title: expect.any(String) }))
  })

  test('have a value that is only available under a condition only then', () => {
    for (const [name, { availableWhen }] of Object.entries(fields)) {
      if (!availableWhen) continue
      const without = made.filter((one) => (one as Record<string, unknown>)[availableWhen] !== true)
      expect(without.every((one) => (one as Record<string, unknown>)[name] == null)).toBe(true)
    }
    expect(made.some((one) => !('summary' in one))).toBe(true)
    expect(made.some((one) => one.summary === null)).toBe(true)
  })

  test('have equal times across the borders of pages, and times a millisecond apart', () => {
    const times = made.map((one) => Date.parse(one.created_at))
    expect(times).toEqual([...times].sort((one, other) => one - other))
    const { default: pageSize } = parameters.limit
    for (let border = pageSize; border < times.length; border += pageSize) {
      expect(times[border]).toBe(times[border - 1])
    }
    expect(times.some((time, index) => time - (times[index - 1] ?? 0) === 1)).toBe(true)
  })

  test('have numbers whose order as text is another', () => {
    const numbers = values('total_messages') as number[]
    expect([...numbers].sort()).not.toEqual([...numbers].sort((one, other) => one - other))
  })
})

test.for<[string, Partial<FieldFacts>, (value: unknown) => boolean]>([
  ['text', { type: 'string', minLength: 12 }, (value) => String(value).length >= 12],
  ['time', { type: 'string', format: 'date-time' }, (value) => !Number.isNaN(Date.parse(String(value)))],
  [
    'bounded number',
    { type: 'integer', minimum: 5, maximum: 20 },
    (value) => Number(value) >= 5 && Number(value) <= 20,
  ],
  ['number above all', { type: 'number', minimum: 5_000 }, (value) => value === 5_000],
  ['boolean', { type: 'boolean' }, (value) => typeof value === 'boolean'],
  ['closed set', { type: 'string', allowed: ['A', 'B'] }, (value) => value === 'A' || value === 'B'],
  ['short text', { type: 'string', maxLength: 3 }, (value) => String(value).length <= 3],
  [
    'UUID',
    { type: 'string', format: 'uuid' },
    (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value)),
  ],
  ['day', { type: 'string', format: 'date' }, (value) => /^\d{4}-\d\d-\d\d$/.test(String(value))],
  ['address of mail', { type: 'string', format: 'email' }, (value) => /^[^@]+@[^@]+$/.test(String(value))],
  ['URI', { type: 'string', format: 'uri' }, (value) => URL.canParse(String(value))],
  [
    'text of a pattern, by the example',
    { type: 'string', pattern: '^[A-Z]{3}-[0-9]+$', example: 'ABC-12' },
    (value) => value === 'ABC-12',
  ],
  ['object', { type: 'object' }, (value) => typeof value === 'object'],
  ['array', { type: 'array' }, (value) => Array.isArray(value)],
])('a field that the contract gains is given a value: %s', ([, facts, test]) => {
  const field = fieldFacts(facts)
  expect(columnOf(field)(9, field, createRandom('x')).every(test)).toBe(true)
})
