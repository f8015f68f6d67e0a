import { expect, it } from 'vitest'
import { ChatResponseError, createChatClient } from '../index.ts'

const list = (body: BodyInit | null, init?: ResponseInit) =>
  createChatClient({ token: 'secret-token', fetch: async () => new Response(body, init) }).listConversations('org')

it.each<[string, BodyInit | null, string]>([
  ['HTML', '<!doctype html><title>Sign in, Jane</title>', 'HTML'],
  ['HTML after a blank line', '\n\n  <html>', 'HTML'],
  ['nothing', null, 'empty'],
  ['broken off', '[{"id":"c1","summary":"Jane wants', 'not whole JSON'],
  ['words', 'Jane is not here', 'not whole JSON'],
  ['two values', '[] []', 'not whole JSON'],
  ['no UTF-8', Uint8Array.of(0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d), 'not UTF-8'],
  ['UTF-16', new Uint8Array(Uint16Array.from('[]', (char) => char.charCodeAt(0)).buffer), 'not whole JSON'],
])('a body that is %s is named, and not quoted', async (_, body, words) => {
  const error = (await list(body, { headers: { 'x-request-id': 'r1' } }).catch(
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
