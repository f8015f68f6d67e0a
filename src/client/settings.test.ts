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
    validate: 'report',
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
  [
    { retry: { baseDely: 5 } },
    'baseDely is no option. Did you mean baseDelay? There are attempts, baseDelay, maxDelay, maxRetryAfter',
  ],
  [{ validate: 'maybe' }, 'validate must be throw or report or off, not "maybe"'],
  [{ onRetry: 'log' }, 'onRetry must be of type function, not "log"'],
  [{ fetch: null }, 'fetch must be of type function, not null'],
  [{ maxBodyBytes: -1 }, 'maxBodyBytes must be a whole number from 1 to 2147483647, not -1'],
  [{ allowInsecureHttp: 'yes' }, 'allowInsecureHttp must be of type boolean, not "yes"'],
])('refuses %j in one clear line', (options, message) => {
  expect(() => create(options)).toThrow(new ChatConfigurationError(message))
})

it('refuses what it doesn’t know, and says what it knows', () => {
  expect(() => create({ tiemout: 5 })).toThrow(
    /^tiemout is no option. Did you mean timeout\? There are token, baseUrl, /,
  )
  expect(() => create({ toString: 5 })).toThrow(/^toString is no option. There are/)
})

it.each<[unknown, string]>([
  [undefined, 'is missing'],
  [null, 'is missing'],
  ['', 'is missing'],
  [7, 'must be a string or a function'],
  [{}, 'must be a string or a function'],
  ['Bearer abc', 'must come without the word Bearer'],
  ['bearer\tabc', 'must come without the word Bearer'],
  [' ', 'must be visible ASCII characters, with no blank and no line end'],
  ['two words', 'must be visible ASCII characters, with no blank and no line end'],
  ['secret\n', 'must be visible ASCII characters, with no blank and no line end'],
  ['line\r\nbreak', 'must be visible ASCII characters, with no blank and no line end'],
  ['schlüssel', 'must be visible ASCII characters, with no blank and no line end'],
  ['\0', 'must be visible ASCII characters, with no blank and no line end'],
])('refuses the token %j without showing it', async (token, problem) => {
  expect(() => create({ token })).toThrow(new ChatConfigurationError(`token ${problem}`))
  const late = create({ token: async () => token, fetch: () => Promise.reject(new Error('asked')) })
  await expect(late.listConversations('org')).rejects.toThrow(/^token /)
})

it.each([
  ['baseURL', 'baseUrl'],
  ['retrys', 'retry'],
  ['maxBodySize', 'maxBodyBytes'],
  ['tokne', 'token'],
])('takes %s for a misspelt %s', (given, meant) => {
  expect(() => create({ [given]: 5 })).toThrow(`${given} is no option. Did you mean ${meant}? There are `)
})

it('takes no word for a misspelt one that is far from all', () => {
  for (const given of ['abc', 'proxyAgent', 'x']) expect(() => create({ [given]: 5 })).not.toThrow(/Did you mean/)
})

it('takes an empty base URL for none', () => {
  expect(readSettings({ token: 'secret-token', baseUrl: '' }).baseUrl).toBe('https://api-v2.opencopilot.so')
})

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
