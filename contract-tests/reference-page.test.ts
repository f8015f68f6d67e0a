/**
 * What the vendor's reference page said when the contract was written. The one test that fails, as it should, when the contract is
 * made to say something else on purpose: every other takes what the contract says from `generated/`.
 */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { operations, schemas } from '../generated/facts.ts'

const { parameters } = operations.listConversations
const conversation = schemas.Conversation

describe('the contract', () => {
  it('has the thirteen fields of the reference page, all required but summary', () => {
    expect(Object.keys(conversation.fields)).toHaveLength(13)
    expect(Object.entries(conversation.fields).flatMap(([name, { required }]) => (required ? [] : [name]))).toEqual([
      'summary',
    ])
  })

  it('has the defaults of the reference page', () => {
    const defaults = Object.entries(parameters).map(([name, facts]) => [
      name,
      'default' in facts ? facts.default : undefined,
    ])
    expect(Object.fromEntries(defaults)).toEqual({
      organization_id: undefined,
      page: 1,
      limit: 10,
      sortBy: 'created_at',
      sortDirection: 'ASC',
    })
  })

  it('keeps the sample response of the reference page to the letter', async () => {
    const file = await readFile(new URL('../openapi/examples/documented.json', import.meta.url), 'utf8')
    expect(file).toContain(
      '[{"id":"5003584a-be1f-4754-a0c7-703f48589e03","copilot_id":"4ef0737b-976a-450e-8188-4f1f5a1a1b0b","created_at":"2024-06-03T11:57:48.000Z","channel":"web","summary":"The customer is dissatisfied with the product and is looking for a refund.","classification":"REFUND_REQUEST","assignee_id":"copilot","handoff":true,"handoff_sentiment":"neutral","status":"OPEN","meta":null,"action_called":1,"total_messages":9}]',
    )
  })
})
