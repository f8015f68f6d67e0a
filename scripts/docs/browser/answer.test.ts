import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { operations } from '../../../generated/facts.ts'
import { judgeBody } from './answer.ts'

const [conversation] = JSON.parse(readFileSync('openapi/examples/documented.json', 'utf8')).value

describe('judgeBody', () => {
  it('finds a page that keeps the contract', () => {
    const judged = judgeBody(operations.listConversations, 200, JSON.stringify([conversation]))
    expect(judged).toMatchObject({ count: 1, holds: true, verdict: 'The answer keeps the contract.', problems: [] })
    expect(judged.text).toBe(JSON.stringify([conversation], null, 2))
  })

  it('names the places that break it', () => {
    const { id, ...rest } = conversation
    expect(judgeBody(operations.listConversations, 200, JSON.stringify([{ ...rest, handoff: 'yes' }]))).toMatchObject({
      holds: false,
      problems: ['/0: required id', '/0/handoff: type boolean'],
    })
  })

  it.each([
    [200, '<html>', false, 'The body is not JSON.'],
    [204, '[]', false, 'The contract has no answer with status 204.'],
    [401, '{"statusCode":401}', true, 'An error of the contract; the body has the form of the contract.'],
    [503, '{"statusCode":"no"}', true, 'An error of the contract; the body has another form, which is allowed.'],
    [418, '{}', true, "An error that the contract doesn't list; the body has the form of the contract."],
    [502, 'Bad Gateway', true, 'An error may have any body.'],
  ])('judges %i with %s', (status, body, holds, verdict) => {
    expect(judgeBody(operations.listConversations, status, body)).toMatchObject({ holds, verdict })
  })
})
