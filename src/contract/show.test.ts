import { expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { showMasked, showOpenly, showRequestId } from './show.ts'

const masked = showMasked(operations.listConversations)

it.each([
  ['id', '5003584a-be1f-4754-a0c7-703f48589e03'],
  ['created_at', '2024-06-03 11:57'.replace(' ', 'T')],
  ['channel', 'telepathy'],
  ['status', 'Pending'],
])('shows a plain %s', (field, value) => {
  expect(masked(value, field)).toBe(JSON.stringify(value))
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
  expect(masked(value, field)).toContain('masked')
  expect(masked(value, field)).not.toMatch(/Jane|1555|short|phone/)
})

it.each([
  ['Wed, 05 Jun 2024 08:15:21 GMT', 'Aaa, 00 Aaa 0000 00:00:00 AAA'],
  ['Jane Ångström @ jane@example.com', 'Aaaa Aaaaaaaa ? aaaa?aaaaaaa.aaa'],
  [`call ${'0155 0100 '.repeat(10)}`, `aaaa ${'0000 0000 '.repeat(10).slice(0, 35)}…`],
])('shows of what should be a time the form alone: %s', (value, form) => {
  expect(masked(value, 'created_at')).toBe(`a text of the form ${form} (masked)`)
  expect(masked(value, 'status')).toBe(`a text of ${value.length} characters (masked)`)
})

it('shows numbers of counting fields, and masks others', () => {
  expect(masked(-3, 'total_messages')).toBe('-3')
  expect(masked(15550100, 'phone')).toBe('a number (masked)')
})

it('shows everything when asked to, cut when long, without the token', () => {
  const show = showOpenly({ token: 'secret-token-of-acme', baseUrl: 'https://chat.example', organizationId: 'acme' })
  expect(show({ phoneNumber: '+15550100' })).toBe('{"phoneNumber":"+15550100"}')
  expect(show('x'.repeat(5000)).length).toBeLessThan(510)
  expect(show('secret-token-of-acme'.repeat(400))).not.toMatch(/secret|acme/)
})

it.each([
  'r-1',
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  'req_011CQ',
  'Root=1-67891233-abcdef012345678912345678',
  '8a1b2c3d4e5f-FRA',
  'request-123',
])('shows the request id %s', (id) => {
  expect(showRequestId(id, false)).toBe(id)
})

it.each([
  'Jane Doe',
  'jane-doe-1',
  'jane@example.com',
  '+15550100123',
  '15550100123',
  '555-010-0123',
  `1${'a'.repeat(200)}`,
])('masks the request id %s, unless told to show it', (id) => {
  expect(showRequestId(id, false)).toBe(`a text of ${id.length} characters (masked)`)
  expect(showRequestId(id, true)).toBe(id)
})
