import { expect, it } from 'vitest'
import { createChatClient, defaults } from '../index.ts'
import { exactFetch } from './exact-fetch.ts'
import { toJson } from './formats/to-json.ts'

const answering = (body: BodyInit | null, init?: ResponseInit) => exactFetch(async () => new Response(body, init))

it('hands on numbers that JSON.parse would change, and all other bytes as they are', async () => {
  const text = '\ufeff[{"n":12345678901234567890,"ü":"日本 12345678901234567890"}]'
  expect(toJson(await (await answering(text)('x')).json())).toBe(text.slice(1))
  const broken = new Uint8Array([0x5b, 0xff, 0x5d])
  expect(new Uint8Array(await (await answering(broken)('x')).arrayBuffer())).toEqual(broken)
})

it('leaves alone what is no success', async () => {
  const failed = new Response('{"n":12345678901234567890}', { status: 400 })
  expect(await exactFetch(async () => failed)('x')).toBe(failed)
})

it('reads no more than the client does, which then refuses it', async () => {
  let pulls = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulls += 1
      controller.enqueue(new Uint8Array(16 * 1024 * 1024).fill(0x20))
    },
  })
  const chat = createChatClient({ token: 'made-up', baseUrl: 'https://chat.example', fetch: answering(endless) })
  await expect(chat.listConversations('acme')).rejects.toThrow(
    `with a body of more than ${defaults.maxBodyBytes} bytes`,
  )
  expect(pulls).toBeLessThan(8)
})

it('fails as the body fails', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })
  await expect(answering(broken)('x')).rejects.toThrow('reset')
})
