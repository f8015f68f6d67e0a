import { expect, it } from 'vitest'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { fillPath, pathSegment } from './path-segment.ts'

it.each([
  '4ef0737b-976a-450e-8188-4f1f5a1a1b0b',
  '../other',
  'a/b',
  '..%2fother',
  '%2e%2e%2f',
  '...',
  '. .',
  'a\\b',
  'a?b#c',
  'a;b=c',
  'line\nbreak',
  '\0',
  'naïve',
  '日本',
  '🙂',
  '{organization_id}',
  '%',
  ' ',
])('sends %j as one segment', (value) => {
  const url = new URL(`https://example.com/backend/chat/${pathSegment('id', value)}`)
  const [, backend, chat, segment, ...more] = url.pathname.split('/')
  expect([backend, chat, more]).toEqual(['backend', 'chat', []])
  expect(decodeURIComponent(segment ?? '')).toBe(value)
})

it.each([
  '',
  '.',
  '..',
  '%2e',
  '%2E',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '%2E.',
  '\ud800',
  'a\udc00b',
  undefined,
  null,
  7,
  {},
  ['a'],
])('refuses %j', (value) => {
  expect(() => pathSegment('organization_id', value)).toThrow(ChatConfigurationError)
  expect(() => pathSegment('organization_id', value)).toThrow(/^organization_id must be one path segment/)
})

it('fills in each name, and refuses one that is missing', () => {
  expect(fillPath('https://example.com/{a}/x/{b}', { a: '1/2', b: '3' })).toBe('https://example.com/1%2F2/x/3')
  expect(() => fillPath('https://example.com/{a}', {})).toThrow(/^a must be/)
})
