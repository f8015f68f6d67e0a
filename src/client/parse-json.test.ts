import { expect, it } from 'vitest'
import { ChatConnectionError, ChatResponseError, createChatClient } from '../index.ts'

const list = (body: BodyInit | null, init?: ResponseInit) =>
  createChatClient({ token: 'secret-token', fetch: async () => new Response(body, init) }).listConversations('org')

it.each<[string, BodyInit | null, string, object?]>([
  ['HTML', '<!doctype html><title>Sign in, Jane</title>', 'HTML'],
  ['HTML after a blank line', '\n\n  <html>', 'HTML'],
  ['nothing', null, 'empty', { 'content-length': '0' }],
  ['words', 'Jane is not here', 'no JSON'],
  ['two values', '[] []', 'no JSON'],
  ['no UTF-8', Uint8Array.of(0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d), 'not UTF-8'],
  ['UTF-16', new Uint8Array(Uint16Array.from('[]', (char) => char.charCodeAt(0)).buffer), 'no JSON'],
])('a body that is %s is named, and not quoted', async (_, body, words, headers) => {
  const error = (await list(body, { headers: { ...headers, 'x-request-id': 'r1' } }).catch(
    (error: unknown) => error,
  )) as ChatResponseError
  expect(error).toBeInstanceOf(ChatResponseError)
  expect(error.message).toBe(
    `GET https://api-v2.opencopilot.so/backend/chat/org answered 200 with a body that is ${words} (attempt 1)`,
  )
  expect(error).toMatchObject({ status: 200, requestId: 'r1', attempts: 1, violations: [] })
  expect(error.cause).toBeInstanceOf(SyntaxError)
  expect(`${error.stack}${error.cause}${JSON.stringify(error)}`).not.toContain('Jane')
})

it('no content is no page', async () => {
  await expect(list(null, { status: 204 })).rejects.toMatchObject({ code: 'invalid_response', status: 204 })
})

const bytes = (text: string) => new TextEncoder().encode(text)

it.each<[string, BodyInit]>([
  ['nothing', ''],
  ['a string', '[{"id":"c1","summary":"Jane wants'],
  ['an escape', '[{"summary":"Jane \\'],
  [
    'a string that quotes JSON, which takes no time that grows with its square',
    `[{"summary":"${'\\"a'.repeat(200_000)}`,
  ],
  ['a string that is too long for a regular expression', `[{"summary":"${'\\n'.repeat(8_000_000)}`],
  ['an object', '[{"id":"c1"'],
  ['the list, behind another one', '[{"meta":{"tags":["a"]'],
  ['the list', '[{"id":"c1"},'],
  ['a character', bytes('[{"summary":"Jané').slice(0, -1)],
])('a body that ends within %s is a lost connection, and tried again', async (_, body) => {
  let count = 0
  const fetch = async () => new Response(++count === 1 ? body : '[]')
  const chat = createChatClient({ token: 'secret-token', retry: { baseDelay: 0 }, fetch })
  expect(await chat.listConversations('org')).toEqual([])
  count = 0
  const path = '/backend/chat/{organization_id}'
  const { data } = await chat.http.GET(path, { params: { path: { organization_id: 'org' } } })
  expect(data).toEqual([])
  const always = createChatClient({ token: 'secret-token', retry: false, fetch: async () => new Response(body) })
  const error = await always.listConversations('org').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ChatConnectionError)
  expect(String(error)).toContain('answered 200 with JSON that ends too early (attempt 1)')
  expect(`${(error as Error).stack}${(error as Error).cause}`).not.toContain('Jan')
})

it.each(['[1,]', '<p>{"a":"', '["a" "b"]', '[]]', '{"a":"}"}}'])(
  'a whole body of the wrong kind is asked for once: %s',
  async (body) => {
    let count = 0
    const fetch = async () => {
      count++
      return new Response(body)
    }
    const chat = createChatClient({ token: 'secret-token', retry: { baseDelay: 0 }, fetch })
    await expect(chat.listConversations('org')).rejects.toBeInstanceOf(ChatResponseError)
    expect(count).toBe(1)
  },
)
