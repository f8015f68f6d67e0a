import { expect, it } from 'vitest'
import { type ChatClientOptions, ChatConfigurationError, createChatClient } from '../index.ts'
import { readSettings } from './settings.ts'

const create = (options: object) => createChatClient({ token: 'secret-token', ...options } as ChatClientOptions)

it('fills in the defaults', () => {
  expect(readSettings({ token: 'secret-token', timeout: undefined, retry: undefined })).toMatchObject({
    baseUrl: 'https://api-v2.opencopilot.so',
    timeout: 30_000,
    attempts: 4,
    maxRetryAfter: 60_000,
    maxBodyBytes: 64 * 1024 * 1024,
    validate: 'throw',
  })
  expect(readSettings({ token: 'secret-token', retry: false })).toMatchObject({ attempts: 1 })
})

it.each<[object, string]>([
  [{ timeout: 0 }, 'timeout must be a whole number from 1 to 2147483647, not 0'],
  [{ timeout: 1.5 }, 'timeout must be a whole number from 1 to 2147483647, not 1.5'],
  [{ timeout: Number.NaN }, 'timeout must be a whole number from 1 to 2147483647, not NaN'],
  [{ timeout: '5' }, 'timeout must be a whole number from 1 to 2147483647, not "5"'],
  [{ totalTimeout: 2 ** 31 }, 'totalTimeout must be a whole number from 1 to 2147483647, not 2147483648'],
  [{ retry: true }, 'retry must be of type object, not true'],
  [{ retry: { attempts: 0 } }, 'attempts must be a whole number from 1 to 2147483647, not 0'],
  [{ retry: { delay: 5 } }, 'delay must be left out; the options are attempts, minDelay, maxDelay, maxRetryAfter'],
  [{ validate: 'maybe' }, 'validate must be throw or report or off, not "maybe"'],
  [{ onRetry: 'log' }, 'onRetry must be of type function, not "log"'],
  [{ fetch: null }, 'fetch must be of type function, not null'],
  [{ maxBodyBytes: -1 }, 'maxBodyBytes must be a whole number from 1 to 2147483647, not -1'],
  [{ allowInsecureHttp: 'yes' }, 'allowInsecureHttp must be of type boolean, not "yes"'],
])('refuses %j in one clear line', (options, message) => {
  expect(() => create(options)).toThrow(new ChatConfigurationError(message))
})

it('refuses what it doesn’t know, and says what it knows', () => {
  expect(() => create({ tiemout: 5 })).toThrow(/^tiemout must be left out; the options are token, baseUrl, .*timeout/)
  expect(() => create({ toString: 5 })).toThrow(/^toString must be left out/)
})

it.each(['', ' ', 'two words', 'Bearer abc', 'line\nbreak', 'tab\t', 'schlüssel', '\0', undefined, null, 7, {}])(
  'refuses the token %j without showing it',
  (token) => {
    expect(() => create({ token })).toThrow(
      new ChatConfigurationError('token must be one or more visible ASCII characters'),
    )
  },
)

it.each<[HeadersInit]>([[{ 'x y': 'hunter2' }], [{ 'x-key': 'hunter2\n' + 'x' }], [{ Authorization: 'hunter2' }]])(
  'refuses the headers %j without showing them',
  (headers) => {
    expect(() => create({ headers })).toThrow(/^headers must be legal, and leave authorization to token/)
    expect(() => create({ headers })).not.toThrow(/hunter2/)
  },
)

it('takes headers in any form', async () => {
  for (const headers of [{ 'X-A': '1' }, [['x-a', '1']], new Headers({ 'x-a': '1' })] as HeadersInit[]) {
    expect(readSettings({ token: 'secret-token', headers })).toMatchObject({ headers: { 'x-a': '1' } })
  }
})
