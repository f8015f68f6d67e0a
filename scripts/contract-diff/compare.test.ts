import { describe, expect, it } from 'vitest'
import { readContract } from '../generate/contract.ts'
import { compareContracts } from './compare.ts'
import { type Edit, editedContract } from './testing/edited-contract.ts'

const original = await readContract('openapi/openapi.yaml')

/** "major parameter `limit` default", for each change that the edit makes. */
async function ratings(...edits: Edit[]): Promise<string[]> {
  const changes = compareContracts(original, await readContract(await editedContract(...edits)))
  return changes.map(({ impact, place, keyword }) => `${impact} ${place} ${keyword}`)
}

describe('compareContracts', () => {
  it('finds nothing between equal contracts', async () => {
    expect(await ratings()).toEqual([])
  })

  it('leaves words to redocly diff', async () => {
    expect(await ratings(['The unique identifier of the conversation.', 'The id.'])).toEqual([])
  })

  it.each<[string, Edit, string]>([
    ['another default', ['default: 10', 'default: 25'], 'major parameter `limit` default'],
    ['no default any more', ['      default: 10\n', ''], 'major parameter `limit` default'],
    ['no security any more', ['security:\n  - bearerToken: []', 'security: []'], 'major security security'],
    ['a way in without a token', ['  - bearerToken: []', '  - bearerToken: []\n  - {}'], 'major security security'],
    [
      'no security for the operation',
      ['      operationId:', '      security: []\n      operationId:'],
      'major security security',
    ],
    ['another way to authenticate', ['  - bearerToken: []', '  - otherToken: []'], 'major security security'],
    [
      'one more way to authenticate',
      ['  - bearerToken: []', '  - bearerToken: []\n  - otherToken: []'],
      'minor security security',
    ],
    ['another server', ['  - url: https://api-v2.', '  - url: https://api-v3.'], 'major server url'],
    [
      'a higher minimum to send',
      [
        'Limit:\n      description: A number of conversations per page.\n      type: integer\n      minimum: 1',
        'Limit:\n      description: A number of conversations per page.\n      type: integer\n      minimum: 5',
      ],
      'major parameter `limit` minimum',
    ],
    [
      'a new maximum to send',
      ['      default: 10', '      default: 10\n      maximum: 100'],
      'major parameter `limit` maximum',
    ],
    ['fewer values to send', ['enum: [ASC, DESC]', 'enum: [ASC]'], 'major parameter `sortDirection` enum'],
    ['more values to send', ['enum: [ASC, DESC]', 'enum: [ASC, DESC, NONE]'], 'minor parameter `sortDirection` enum'],
    [
      'a parameter that must be sent',
      ['name: page\n      in: query', 'name: page\n      required: true\n      in: query'],
      'major parameter `page` required',
    ],
    ['another format to read', ['format: date-time', 'format: date'], 'major response 200 body[].created_at format'],
    ['no format to read', ['          format: date-time\n', ''], 'major response 200 body[].created_at format'],
    [
      'a lower minimum to read',
      [
        'action_called:\n          type: integer\n          minimum: 0',
        'action_called:\n          type: integer\n          minimum: -1',
      ],
      'major response 200 body[].action_called minimum',
    ],
    [
      'a new maximum to read',
      ['action_called:\n          type: integer', 'action_called:\n          type: integer\n          maximum: 9'],
      'minor response 200 body[].action_called maximum',
    ],
    [
      'null where none was',
      ['status:\n          type: string', "status:\n          type: [string, 'null']"],
      'major response 200 body[].status type',
    ],
    [
      'null no more',
      [
        "type: [string, 'null']\n          x-available-when: handoff",
        'type: string\n          x-available-when: handoff',
      ],
      'minor response 200 body[].summary type',
    ],
    ['a field that may be left out', ['        - status\n', ''], 'major response 200 body[] required'],
    [
      'a field that must be there',
      ['        - status\n', '        - status\n        - summary\n'],
      'minor response 200 body[] required',
    ],
    [
      'fields that are not listed refused',
      ['additionalProperties: true', 'additionalProperties: false'],
      'minor response 200 body[] additionalProperties',
    ],
    [
      'one known value more',
      ['[OPEN, RESOLVED, CLOSED]', '[OPEN, RESOLVED, CLOSED, SNOOZED]'],
      'minor response 200 body[].status x-extensible-enum',
    ],
    [
      'one known value less',
      ['[OPEN, RESOLVED, CLOSED]', '[OPEN, CLOSED]'],
      'major response 200 body[].status x-extensible-enum',
    ],
    [
      'known values in another order',
      ['[OPEN, RESOLVED, CLOSED]', '[CLOSED, OPEN, RESOLVED]'],
      'patch response 200 body[].status x-extensible-enum',
    ],
    [
      'a value that comes less often',
      ['channel:\n          type: string', 'channel:\n          type: string\n          x-available-when: handoff'],
      'major response 200 body[].channel x-available-when',
    ],
    [
      'a value that comes always',
      ['          x-available-when: handoff\n', ''],
      'minor response 200 body[].summary x-available-when',
    ],
    [
      'weaker evidence for a field',
      [
        'while no human is assigned.\n          x-evidence: documented',
        'while no human is assigned.\n          x-evidence: assumed',
      ],
      'minor response 200 body[].assignee_id x-evidence',
    ],
    ['other evidence for a keyword', ['minimum: assumed', 'minimum: history'], 'minor parameter `page` x-evidence-of'],
    [
      'another example',
      ['$ref: examples/empty.json', '$ref: examples/varied.json'],
      'patch response 200 example `empty` value',
    ],
  ])('rates %s', async (_, edit, expected) => {
    expect(await ratings(edit)).toEqual([expected])
  })

  it('rates the closing of an open set by both keywords', async () => {
    expect(await ratings(['x-extensible-enum: [OPEN,', 'enum: [OPEN,'])).toEqual([
      'major response 200 body[].status x-extensible-enum',
      'minor response 200 body[].status enum',
    ])
  })
})
