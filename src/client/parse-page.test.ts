import { describe, expect, it, vi } from 'vitest'
import { type ChatClientOptions, ChatResponseError, createChatClient } from '../index.ts'
import { conversations } from './testing/conversations.ts'

const list = (body: unknown, options: Partial<ChatClientOptions> = {}) =>
  createChatClient({ token: 'secret-token', fetch: async () => Response.json(body), ...options }).listConversations(
    'org',
  )

const broken = conversations(3).map((conversation, index) =>
  index === 1 ? { ...conversation, summary: 7, created_at: 'Jane’s birthday', handoff: 'yes' } : conversation,
)

describe('an answer that breaks the contract', () => {
  it('is an error that names places and rules, never values', async () => {
    const error = (await list(broken).catch((error: unknown) => error)) as ChatResponseError
    expect(error).toBeInstanceOf(ChatResponseError)
    expect(error.message).toContain(
      '/1/created_at must be of type date-time; /1/summary must be of type string or null; ',
    )
    expect(error.violations).toHaveLength(3)
    expect(error.violations[0]).toEqual({ instancePath: '/1/created_at', expected: 'of type date-time' })
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('Jane')
  })

  it('keeps ten rules, and a message of one short line, however much is wrong', async () => {
    const error = (await list(Array(1000).fill({})).catch((error: unknown) => error)) as ChatResponseError
    expect(error.violations).toHaveLength(10)
    expect(error.message.length).toBeLessThan(500)
    expect(error.message).not.toContain('\n')
  })

  it.each([{ data: [] }, null, 'text', 7, true])('is an error in every mode when it is no array: %j', async (body) => {
    const onInvalid = () => {}
    for (const validate of ['throw', 'report', 'off'] as const) {
      await expect(list(body, { validate, onInvalid })).rejects.toMatchObject({
        code: 'invalid_response',
        message: expect.stringContaining(' breaks the contract: it must be an array '),
        violations: [{ instancePath: '', expected: 'an array' }],
      })
    }
  })

  it('is passed on after a report', async () => {
    const onInvalid = vi.fn()
    expect(await list(broken, { validate: 'report', onInvalid })).toEqual(broken)
    expect(onInvalid).toHaveBeenCalledOnce()
    expect(onInvalid.mock.calls[0]?.[0]).toBeInstanceOf(ChatResponseError)
  })

  it('is reported on the console by default', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await list(broken, { validate: 'report' })
    expect(warn.mock.calls).toEqual([[expect.stringContaining('breaks the contract')]])
    warn.mockRestore()
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
