import { expect, it } from 'vitest'
import { showMasked, showOpenly } from './show.ts'

it.each([
  ['id', '5003584a-be1f-4754-a0c7-703f48589e03'],
  ['created_at', '2024-06-03 11:57'.replace(' ', 'T')],
  ['channel', 'telepathy'],
  ['status', 'Pending'],
])('shows a plain %s', (field, value) => {
  expect(showMasked(value, field)).toBe(JSON.stringify(value))
})

it.each([
  ['summary', 'Jane asked for her money back'],
  ['summary', 'short'],
  ['meta', { phoneNumber: '+15550100' }],
  ['meta.phoneNumber', '+15550100'],
  ['status', 'Jane asked for her money back'],
  ['channel', '+15550100123'],
  ['nickname', 'Jane'],
  ['classification', 'Jane'],
])('masks %s %j', (field, value) => {
  expect(showMasked(value, field)).toContain('masked')
  expect(showMasked(value, field)).not.toMatch(/Jane|1555|short|phone/)
})

it('shows numbers of counting fields, and masks others', () => {
  expect(showMasked(-3, 'total_messages')).toBe('-3')
  expect(showMasked(15550100, 'phone')).toBe('a number (masked)')
})

it('shows everything when asked to, cut when long', () => {
  expect(showOpenly({ phoneNumber: '+15550100' })).toBe('{"phoneNumber":"+15550100"}')
  expect(showOpenly('x'.repeat(500)).length).toBeLessThan(210)
})
