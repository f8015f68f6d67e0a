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
  ['', 'be a whole URL, like https://example.com'],
  ['example.com', 'be a whole URL, like https://example.com'],
  ['/backend', 'be a whole URL, like https://example.com'],
  ['ftp://example.com', 'be http or https, not ftp:'],
  ['localhost:4010', 'be http or https, not localhost:'],
  ['javascript:alert(1)', 'be http or https, not javascript:'],
  ['http://example.com', 'be https, or allowInsecureHttp set'],
  ['http://localhost.example.com', 'be https, or allowInsecureHttp set'],
  ['http://127.0.0.1.example.com', 'be https, or allowInsecureHttp set'],
  ['http://10.0.0.1', 'be https, or allowInsecureHttp set'],
  ['https://jane:hunter2@example.com', 'have no user, password, query and fragment'],
  ['https://:hunter2@example.com', 'have no user, password, query and fragment'],
  ['https://example.com?key=hunter2', 'have no user, password, query and fragment'],
  ['https://example.com/#hunter2', 'have no user, password, query and fragment'],
  ['https://example.com/?', 'have no user, password, query and fragment'],
  ['https://example.com/#', 'have no user, password, query and fragment'],
])('refuses %j by its rule, without showing it', (given, problem) => {
  expect(() => readBaseUrl(given)).toThrow(new ChatConfigurationError(`baseUrl must ${problem}`))
})

it('takes plain http elsewhere only when asked to', () => {
  expect(readBaseUrl('http://chat.internal.example.com', true)).toBe('http://chat.internal.example.com')
  expect(() => readBaseUrl('ftp://example.com', true)).toThrow()
})
