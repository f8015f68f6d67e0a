import { describe, expect, it, vi } from 'vitest'
import { schemas } from '../../generated/facts.ts'
import { type ChatClientOptions, ChatResponseError, createChatClient } from '../index.ts'
import { conversations } from './testing/conversations.ts'

const conversation = schemas.Conversation

const list = (body: unknown, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', fetch: async () => Response.json(body), ...options }).listConversations(
    'org',
  )

const required = Object.entries(conversation.fields).flatMap(([name, field]) => (field.required ? name : []))

const broken = conversations(3).map((one, index) =>
  index === 1 ? { ...one, summary: 7, created_at: 'Jane’s birthday', handoff: 'yes' } : one,
)

describe('an answer that breaks the contract', () => {
  it('is an error that names places and rules, never values, when told to throw', async () => {
    const error = (await list(broken, { validate: 'throw' }).catch((error: unknown) => error)) as ChatResponseError
    expect(error).toBeInstanceOf(ChatResponseError)
    expect(error.message).toContain(
      '/1/created_at must be of type date-time; /1/summary must be of type string or null; ',
    )
    expect(error.violations).toHaveLength(3)
    expect(error.violations[0]).toEqual({ instancePath: '/1/created_at', expected: 'of type date-time' })
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('Jane')
  })

  it('names each rule once, in a message of one short line, however much is wrong', async () => {
    const many = Array(1000).fill({})
    const error = (await list(many, { validate: 'throw' }).catch((error: unknown) => error)) as ChatResponseError
    expect(error.violations.map(({ instancePath }) => instancePath)).toEqual(required.map((name) => `/0/${name}`))
    expect(error.message).toContain(` and ${required.length - 3} more (attempt 1)`)
    expect(error.message.length).toBeLessThan(500)
    expect(error.message).not.toContain('\n')
  })

  it.each([{ data: [] }, null, 'text', 7, true])('is an error in every mode when it is no array: %j', async (body) => {
    const expected = body === null ? 'an array, not null' : 'an array'
    const onInvalid = () => {}
    for (const validate of ['throw', 'report', 'off'] as const) {
      await expect(list(body, { validate, onInvalid })).rejects.toMatchObject({
        code: 'invalid_response',
        message: expect.stringContaining(` breaks the contract: it must be ${expected} (`),
        violations: [{ instancePath: '', expected }],
      })
    }
  })

  it.each([null, 'text', 7, [[]]])('is an error in every mode when an item is no object: %j', async (item) => {
    for (const validate of ['throw', 'report', 'off'] as const) {
      await expect(list([...conversations(1), item], { validate })).rejects.toMatchObject({
        violations: [{ instancePath: '/1', expected: 'of type object' }],
      })
    }
  })

  it('is passed on as it came by default, and reported by place and rule', async () => {
    const onInvalid = vi.fn()
    expect(await list(broken, { onInvalid })).toEqual(broken)
    expect(onInvalid).toHaveBeenCalledOnce()
    expect(onInvalid.mock.calls[0]?.[0]).toBeInstanceOf(ChatResponseError)
  })

  it('ends the call when the report itself fails, and is not asked for again', async () => {
    const fetch = vi.fn(async () => Response.json(broken))
    const reason = new Error('no log')
    const onInvalid = () => {
      throw reason
    }
    await expect(list(broken, { fetch, onInvalid })).rejects.toBe(reason)
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('is told on the console once for each place and rule of a client', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    try {
      const pages = [broken, broken, [...broken, { ...broken[0], summary: true, status: null }]]
      const fetch = async () => Response.json(pages.shift() ?? [])
      const chat = createChatClient({ token: 'secret-token', fetch })
      for (let page = 1; page <= 3; page++) await chat.listConversations('org', { page })
      const start = 'GET https://api-v2.opencopilot.so/backend/chat/org?page='
      expect(warn.mock.calls.flat()).toEqual([
        `${start}1 breaks the contract: /created_at must be of type date-time`,
        `${start}1 breaks the contract: /summary must be of type string or null`,
        `${start}1 breaks the contract: /handoff must be of type boolean`,
        `${start}3 breaks the contract: /status must be of type string`,
      ])
    } finally {
      warn.mockRestore()
    }
  })

  it('is passed on unchecked when told so', async () => {
    expect(await list(broken, { validate: 'off' })).toEqual(broken)
  })
})

it('unknown fields, channels, statuses and sentiments are passed on', async () => {
  const [conversation] = conversations(1)
  const odd = {
    ...conversation,
    channel: 'carrier_pigeon',
    status: 'SNOOZED',
    handoff_sentiment: 'puzzled',
    more: { x: 1 },
  }
  expect(await list([odd])).toEqual([odd])
})
