import { describe, expect, it } from 'vitest'
import { schemas } from '../generated/facts.ts'
import { validateConversationList, validateErrorBody } from '../generated/validators.ts'
import { errorExamples, listExamples } from './examples.ts'

const conversation = schemas.Conversation

const fields = Object.keys(conversation.fields)

describe('the contract', () => {
  it('shows each listed channel and status, handoff and none, metadata and none in its examples', async () => {
    const shown = [...(await listExamples()).values()].flat()
    const values = (field: 'channel' | 'status' | 'handoff') => new Set(shown.map((each) => each[field]))
    for (const channel of conversation.fields.channel.known) expect(values('channel')).toContain(channel)
    for (const status of conversation.fields.status.known) expect(values('status')).toContain(status)
    expect(values('handoff')).toEqual(new Set([true, false]))
    expect(new Set(shown.map(({ meta }) => meta === null))).toEqual(new Set([true, false]))
  })
})

describe('the generated validators', () => {
  it('accept every example', async () => {
    for (const [name, list] of await listExamples()) expect(validateConversationList(list), name).toBe(true)
    for (const [name, body] of await errorExamples()) expect(validateErrorBody(body), name).toBe(true)
  })

  it('accept fields that the page does not list and values that left it', async () => {
    const [sample] = await documented()
    expect(validateConversationList([{ ...sample, channel: 'telepathy', status: 'PENDING', mood: 7 }])).toBe(true)
  })

  it.each(fields.filter((field) => conversation.fields[field as 'id'].required))(
    'miss %s when it is absent',
    async (field) => {
      const [{ [field as 'id']: _, ...rest }] = await documented()
      expect(validateConversationList([rest])).toBe(false)
      expect(validateConversationList.errors).toMatchObject([
        { instancePath: '/0', params: { missingProperty: field } },
      ])
    },
  )

  it.each(fields)('refuse another type of %s, and tell where without the value', async (field) => {
    const [sample] = await documented()
    const { type } = conversation.fields[field as 'id']
    const secret = { 'jane@example.com': 1 }
    const wrong = (type as string) === 'object' ? ['jane@example.com'] : secret
    expect(validateConversationList([sample, { ...sample, [field]: wrong }])).toBe(false)
    expect(validateConversationList.errors).toMatchObject([{ instancePath: `/1/${field}`, keyword: 'type' }])
    expect(JSON.stringify(validateConversationList.errors)).not.toContain('jane@example.com')
  })

  it('report everything that is wrong at once', async () => {
    const [sample] = await documented()
    validateConversationList([
      { ...sample, id: 1, handoff: 'yes' },
      { ...sample, total_messages: -1 },
    ])
    expect(validateConversationList.errors?.map(({ instancePath }) => instancePath)).toEqual([
      '/0/id',
      '/0/handoff',
      '/1/total_messages',
    ])
  })

  it.each([
    ['2024-06-03T11:57:48Z', true],
    ['2023-08-20T08:15:21.000000Z', true],
    ['2024-06-03T11:57:48.000+02:00', true],
    ['2024-06-03t11:57:48z', true],
    ['2024-06-03 11:57:48Z', false],
    ['2024-06-03T11:57:48', false],
    ['2024-13-03T11:57:48Z', false],
    ['2024-06-03T24:57:48Z', false],
    ['2024-06-03', false],
    ['yesterday', false],
  ])('take %s for a date and time: %s', async (created_at, valid) => {
    const [sample] = await documented()
    expect(validateConversationList([{ ...sample, created_at }])).toBe(valid)
  })

  it.each([null, undefined, {}, 'text', 7, [null], [[]], { data: [] }])('refuse %j as a list', (value) => {
    expect(validateConversationList(value)).toBe(false)
  })
})

async function documented() {
  const sample = (await listExamples()).get('documented')?.[0]
  if (!sample) throw new Error('no documented example')
  return [sample] as const
}
