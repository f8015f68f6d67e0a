import { getEventListeners } from 'node:events'
import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import {
  type ChatClientOptions,
  ChatConfigurationError,
  ChatResponseError,
  ChatTimeoutError,
  createChatClient,
} from '../index.ts'
import { conversations } from './testing/conversations.ts'

const client = (fetch: typeof globalThis.fetch, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', fetch, retry: false, ...options })

const never = () => new Promise<never>(() => {})
const bytes = (text: string) => new TextEncoder().encode(text)

/** A body that gives these chunks and then nothing more; `cancelled` tells whether somebody gave it up. */
function stalling(...chunks: string[]) {
  const cancelled = vi.fn()
  const body = new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(bytes(chunk))
    },
    cancel: cancelled,
  })
  return { body, cancelled }
}

describe('the time limit of an attempt', () => {
  it('covers the headers, also with a fetch that ignores its signal', async () => {
    const error = await client(never, { timeout: 20 })
      .listConversations('org')
      .catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ChatTimeoutError)
    expect(String(error)).toBe(
      'ChatTimeoutError: GET https://api-v2.opencopilot.so/backend/chat/org took longer than 20 ms (attempt 1)',
    )
  })

  it('is an error also for a fetch that puts the reason of its signal into words', async () => {
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_, reject) => {
        const { signal } = init as { signal: AbortSignal }
        signal.addEventListener('abort', () => reject(new Error(`aborted: ${signal.reason}`)))
      })
    await expect(client(fetch, { timeout: 20 }).listConversations('org')).rejects.toBeInstanceOf(ChatTimeoutError)
  })

  it('covers the body, and gives it up', async () => {
    const { body, cancelled } = stalling('[')
    await expect(
      client(async () => new Response(body), { timeout: 20 }).listConversations('org'),
    ).rejects.toBeInstanceOf(ChatTimeoutError)
    expect(cancelled).toHaveBeenCalledOnce()
  })

  it('leaves an error its status, though its body doesn’t come', async () => {
    const { body, cancelled } = stalling('{"message": ')
    const response = new Response(body, { status: 403 })
    await expect(client(async () => response, { timeout: 20 }).listConversations('org')).rejects.toMatchObject({
      code: 'api_error',
      status: 403,
    })
    expect(cancelled).toHaveBeenCalledOnce()
  })

  it('gives up a response that comes too late', async () => {
    const { body, cancelled } = stalling('[')
    let respond = (_: Response) => {}
    const late = new Promise<Response>((resolve) => {
      respond = resolve
    })
    await expect(client(() => late, { timeout: 20 }).listConversations('org')).rejects.toBeInstanceOf(ChatTimeoutError)
    respond(new Response(body))
    await expect.poll(() => cancelled.mock.calls).toHaveLength(1)
  })
})

describe('an abort', () => {
  const reason = new Error('enough')

  it('before the call sends nothing', async () => {
    const fetch = vi.fn(never)
    await expect(client(fetch).listConversations('org', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each<[string, () => Promise<Response>]>([
    ['while headers are awaited', never],
    ['while the body is read', async () => new Response(stalling('[').body)],
    ['while the body of an error is read', async () => new Response(stalling('[').body, { status: 500 })],
  ])('%s stops at once, with its own reason, and leaves no listener', async (_, answer) => {
    const controller = new AbortController()
    const { signal } = controller
    let inner: AbortSignal | null | undefined
    const chat = client((_, init) => {
      inner = init?.signal
      return answer()
    })
    const call = chat.listConversations('org', { signal })
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    controller.abort(reason)
    await expect(call).rejects.toBe(reason)
    expect(inner?.aborted).toBe(true)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('during many calls at once adds one listener to the signal', async () => {
    const { signal } = new AbortController()
    const chat = client(async () => Response.json([]))
    const calls = Array.from({ length: 20 }, () => chat.listConversations('org', { signal }))
    await Promise.resolve()
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1)
    await Promise.all(calls)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('while the token is awaited', async () => {
    const controller = new AbortController()
    const fetch = vi.fn(never)
    const call = client(fetch, { token: never }).listConversations('org', { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 5)
    await expect(call).rejects.toBe(reason)
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('the body', () => {
  const page = conversations(2)
  const list = (body: BodyInit | null, options: Partial<ChatClientOptions> = {}) =>
    client(async () => new Response(body), options).listConversations('org')

  it('may come in any pieces', async () => {
    const whole = bytes(JSON.stringify(conversations(1).map((conversation) => ({ ...conversation, summary: '🙂' }))))
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of whole) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    expect((await list(pieces))[0]?.summary).toBe('🙂')
  })

  it('may begin with a byte order mark', async () => {
    expect(await list(`\ufeff${JSON.stringify(page)}`)).toEqual(page)
  })

  it('may be as large as the limit, and no larger', async () => {
    const text = JSON.stringify(page)
    expect(await list(text, { maxBodyBytes: text.length })).toEqual(page)
    const error = await list(text, { maxBodyBytes: text.length - 1 }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ChatResponseError)
    expect(String(error)).toContain(`with a body of more than ${text.length - 1} bytes`)
  })

  it('is given up once it goes over the limit', async () => {
    const cancelled = vi.fn()
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: cancelled,
    })
    await expect(list(endless, { maxBodyBytes: 5000 })).rejects.toBeInstanceOf(ChatResponseError)
    expect(cancelled).toHaveBeenCalledOnce()
  })

  it('of an error is kept up to 64 KiB', async () => {
    const chat = client(async () => new Response('x'.repeat(1_000_000), { status: 400 }))
    const error = (await chat.listConversations('org').catch((error: unknown) => error)) as { body: string }
    expect(error.body).toHaveLength(64 * 1024)
  })

  it('may come from a fetch without streams', async () => {
    const response = Response.json(page)
    Object.defineProperty(response, 'body', { value: undefined })
    expect(await client(async () => response).listConversations('org')).toEqual(page)
  })

  it.each<[string, (text: string) => unknown]>([
    ['a stream of Node', (text) => Readable.from([Buffer.from(text.slice(0, 9)), Buffer.from(text.slice(9))])],
    [
      'an async iterable',
      async function* (text) {
        yield bytes(text)
      },
    ],
  ])('may be %s, as a library’s fetch has it', async (_, bodyOf) => {
    const fetch = async () => Object.defineProperty(Response.json([]), 'body', { value: bodyOf(JSON.stringify(page)) })
    expect(await client(fetch).listConversations('org')).toEqual(page)
  })

  it('that is a stream of Node is destroyed when it takes too long', async () => {
    const body = new Readable({ read() {} })
    const fetch = async () => Object.defineProperty(Response.json([]), 'body', { value: body })
    await expect(client(fetch, { timeout: 20 }).listConversations('org')).rejects.toBeInstanceOf(ChatTimeoutError)
    expect(body.destroyed).toBe(true)
  })

  const used = Response.json([])
  used.body?.getReader()
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'a Response'],
    ['parsed JSON', [], 'a Response'],
    ['a double without headers', { ok: true, status: 200, json: async () => [] }, 'a Response'],
    ['a double without a body', { ok: true, status: 200, headers: new Headers(), json: async () => [] }, 'a Response'],
    ['headers of another kind', { ok: true, status: 200, headers: {}, body: Readable.from([]) }, 'a Response'],
    ['a text as body', { ok: true, status: 200, headers: new Headers(), body: 7 }, 'a body that can be read'],
    [
      'a stream of texts',
      { ok: true, status: 200, headers: new Headers(), body: Readable.from(['[]']) },
      'a body of bytes',
    ],
    ['a body that somebody reads', used, 'a body that can be read'],
  ])('is refused by name at once when a fetch gives %s', async (_, given, wanted) => {
    const fetch = vi.fn(async () => given as Response)
    const chat = createChatClient({ token: 'secret-token', fetch })
    await expect(chat.listConversations('org')).rejects.toThrow(new ChatConfigurationError(`fetch must give ${wanted}`))
    expect(fetch).toHaveBeenCalledOnce()
  })
})
