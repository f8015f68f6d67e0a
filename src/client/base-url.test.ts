import { expect, it } from 'vitest'
import { readBaseUrl } from './base-url.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

it.each([
  ['https://example.com', 'https://example.com'],
  ['https://example.com/', 'https://example.com'],
  ['https://example.com/api/v2//', 'https://example.com/api/v2'],
  ['HTTPS://Example.COM:443/Api', 'https://example.com/Api'],
  ['http://localhost:4010', 'http://localhost:4010'],
  ['http://api.localhost', 'http://api.localhost'],
  ['http://127.0.0.1:80/x', 'http://127.0.0.1/x'],
  ['http://127.9.9.9', 'http://127.9.9.9'],
  ['http://[::1]:8080/', 'http://[::1]:8080'],
])('takes %s', (given, expected) => {
  expect(readBaseUrl(given)).toBe(expected)
  expect(readBaseUrl(new URL(given))).toBe(expected)
})

it.each([
  '',
  'example.com',
  '/backend',
  'ftp://example.com',
  'javascript:alert(1)',
  'http://example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://10.0.0.1',
  'https://jane:hunter2@example.com',
  'https://example.com?key=hunter2',
  'https://example.com/#hunter2',
])('refuses %j without showing it', (given) => {
  expect(() => readBaseUrl(given)).toThrow(ChatConfigurationError)
  expect(() => readBaseUrl(given)).toThrow(/^baseUrl must be https/)
  expect(() => readBaseUrl(given)).not.toThrow(/hunter2|jane/)
})

it('takes plain http elsewhere only when asked to', () => {
  expect(readBaseUrl('http://chat.internal.example.com', true)).toBe('http://chat.internal.example.com')
  expect(() => readBaseUrl('ftp://example.com', true)).toThrow()
})
