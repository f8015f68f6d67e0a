import { expect, it } from 'vitest'
import { schemas } from '../../generated/facts.ts'
import { distinctKeys, firstInversion, firstScattered, hasOrder, isUnambiguous, sortKey } from './order.ts'
import { conversation, item, listExchange } from './testing/conversations.ts'
import { sightingsOf } from './walk.ts'

const byCount = (...counts: number[]) =>
  sightingsOf([
    listExchange(
      1,
      counts.map((total_messages, index) => conversation(`c${index}`, { total_messages })),
    ),
  ])
const byChannel = (...channels: string[]) =>
  sightingsOf([
    listExchange(
      1,
      channels.map((channel, index) => conversation(`c${index}`, { channel })),
    ),
  ])

it.each([
  [[1, 2, 2, 10], 1, undefined],
  [[10, 2, 2, 1], -1, undefined],
  [[1, 10, 2], 1, [10, 2]],
  [[1, 2], -1, [1, 2]],
  [[], 1, undefined],
] as const)('finds in %j, sign %d, the inversion %j', (counts, sign, expected) => {
  const found = firstInversion(byCount(...counts), 'total_messages', sign)
  expect(found?.map(({ item }) => item.values.total_messages)).toEqual(expected)
})

it.each([
  [['web', 'web', 'email'], undefined],
  [['web', 'email', 'web'], 'web'],
  [['phone'], undefined],
])('finds in %j the value that is torn apart: %s', (channels, expected) => {
  expect(firstScattered(byChannel(...channels), 'channel')?.[1].item.values.channel).toBe(expected)
})

it.each([
  [['web', 'email'], true],
  [['web', 'Web'], false],
  [['caf\u00e9', 'cafe'], false],
])('knows whether every server tells %j apart: %s', (channels, expected) => {
  expect(isUnambiguous('channel', byChannel(...channels))).toBe(expected)
})

it('takes numbers and times alone for ordered', () => {
  expect(
    ['total_messages', 'created_at', 'id', 'classification'].map((field) => hasOrder(schemas.Conversation, field)),
  ).toEqual([true, true, false, false])
})

it('compares times as times, whatever their offset and precision', () => {
  const early = item('a', { created_at: '2024-06-03T12:00:00+02:00' })
  const late = item('b', { created_at: '2024-06-03T10:30:00.000000Z' })
  expect(Number(sortKey(early, 'created_at'))).toBeLessThan(Number(sortKey(late, 'created_at')))
})

it('has no key for a value that has no order', () => {
  expect(sortKey(item('a', { created_at: 'yesterday' }), 'created_at')).toBeUndefined()
  expect(sortKey(item('a', { total_messages: null }), 'total_messages')).toBeUndefined()
})

it.each([
  ['10', 10],
  ['-1.5', -1.5],
  ['ten', undefined],
  ['', undefined],
  [true, undefined],
])('compares a number that is sent as %j as a number', (sent, key) => {
  expect(sortKey(item('a', { total_messages: sent as unknown as number }), 'total_messages')).toBe(key)
})

it('counts different keys', () => {
  expect(distinctKeys(byCount(1, 1, 2), 'total_messages')).toBe(2)
})
