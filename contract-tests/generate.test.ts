import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { operations } from '../generated/facts.ts'
import { generate } from '../scripts/generate/generate.ts'
import { temporaryFolder } from '../src/testing/temporary-folder.ts'
import { add, conversationSchema, drop, type Edit, editContract, listOperation, set } from './growth/edit-contract.ts'

const generatedFiles = ['types.ts', 'validators.ts', 'facts.ts', 'client.ts']

let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
  await cp('openapi', join(folder, 'openapi'), { recursive: true })
  await generate(folder)
})

const edit = (change: Edit) => editContract(folder, change)

// Ways through the contract.
const conversation = 'components.schemas.Conversation'
const list = 'paths./backend/chat/{organization_id}.get.x-list'
const examples = 'components.responses.Conversations.content.application/json.examples'

/** Gives a conversation fields that nobody will ever add. */
const addFields = (fields: Record<string, object>) =>
  edit((contract) => Object.assign(conversationSchema(contract).properties, fields))

const generated = (name: string) => readFile(join(folder, 'generated', name), 'utf8')

/** What a module says that was generated in the folder. */
const load = (name: string) => import(/* @vite-ignore */ join(folder, 'generated', name))

/** A conversation of the contract's own sample. */
async function sample(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'openapi/examples/documented.json'), 'utf8')).value[0]
}

/** What the generated check of the client says of a value. */
async function complaints(value: unknown): Promise<[place: string, expected: string][]> {
  const { checkConversation } = await load('client.ts')
  const found: [string, string][] = []
  checkConversation(value, (place: string, expected: string) => found.push([place, expected]))
  return found
}

describe('generate', () => {
  it('writes the same files for the same contract, and finds them fresh', async () => {
    const before = await Promise.all(generatedFiles.map(generated))
    expect(await generate(folder, { check: true })).toEqual([])
    expect(await generate(folder)).toEqual([])
    expect(await Promise.all(generatedFiles.map(generated))).toEqual(before)
  })

  it('matches what is committed', async () => {
    for (const name of generatedFiles) {
      expect(await generated(name), name).toBe(await readFile(join('generated', name), 'utf8'))
    }
  })

  it('carries another default into facts, types and the client', async () => {
    const limit = operations.listConversations.parameters.limit.default + 15
    await edit(set('components.schemas.Limit.default', limit))
    expect(await generate(folder, { check: true })).toContain('generated/facts.ts')
    await generate(folder)
    expect((await load('facts.ts')).operations.listConversations.parameters.limit.default).toBe(limit)
    expect((await load('client.ts')).listConversations.query.limit.default).toBe(limit)
    expect(await generated('types.ts')).toContain(`@default ${limit}`)
  })

  it('carries a new required field into types, validators, facts and the client’s check', async () => {
    await addFields({ zz_tongue: { type: 'string', description: 'A field.', 'x-evidence': 'assumed' } })
    await edit(add(`${conversation}.required`, 'zz_tongue'))
    await generate(folder)
    expect(await generated('types.ts')).toMatch(/\bzz_tongue: string;/)
    const { fields } = (await load('facts.ts')).schemas.Conversation
    expect(fields.zz_tongue).toMatchObject({ required: true, type: 'string', evidence: 'assumed' })
    const { validateConversationList } = await load('validators.ts')
    expect(validateConversationList([{}])).toBe(false)
    expect(validateConversationList.errors).toContainEqual(
      expect.objectContaining({ params: { missingProperty: 'zz_tongue' } }),
    )
    expect(await complaints({})).toContainEqual(['/zz_tongue', 'of type string'])
  })

  it('carries a field by reference, with what stands beside it and with null', async () => {
    await edit(({ components }) => {
      components.schemas.ZzTongue = { type: 'string', minLength: 2, 'x-evidence': 'history' }
      Object.assign(components.schemas.Conversation.properties, {
        zz_plain: { $ref: '#/components/schemas/ZzTongue' },
        zz_beside: { $ref: '#/components/schemas/ZzTongue', 'x-evidence': 'example' },
        zz_null: { anyOf: [{ $ref: '#/components/schemas/ZzTongue' }, { type: 'null' }], 'x-evidence': 'example' },
      })
    })
    await generate(folder)
    const { fields } = (await load('facts.ts')).schemas.Conversation
    expect(fields.zz_plain).toMatchObject({ type: 'string', minLength: 2, nullable: false, evidence: 'history' })
    expect(fields.zz_plain.pointer).toBe('#/components/schemas/ZzTongue')
    expect(fields.zz_beside).toMatchObject({ type: 'string', minLength: 2, evidence: 'example' })
    expect(fields.zz_null).toMatchObject({ type: 'string', minLength: 2, nullable: true, evidence: 'example' })
    const good = { ...(await sample()), zz_plain: 'de', zz_beside: 'de', zz_null: null }
    expect(await complaints(good)).toEqual([])
    expect(await complaints({ ...good, zz_plain: 'd', zz_beside: 1, zz_null: 'd' })).toEqual([
      ['/zz_plain', 'of type string and at least 2 long'],
      ['/zz_beside', 'of type string and at least 2 long'],
      ['/zz_null', 'of type string and at least 2 long or null'],
    ])
  })

  it('carries lists, sets, bounds and objects within objects into the client’s check', async () => {
    await addFields({
      zz_tags: {
        type: 'array',
        items: { type: 'object', required: ['a/b'], properties: { 'a/b': { type: 'string', minLength: 3 } } },
      },
      zz_rank: { type: 'integer', minimum: 1, maximum: 5 },
      zz_mood: { type: ['string', 'null'], enum: ['good', 'bad', null] },
      zz_seen: { type: 'boolean' },
    })
    await generate(folder)
    const one = await sample()
    expect(await complaints(one)).toEqual([])
    const good = { ...one, zz_tags: [{ 'a/b': 'abc' }], zz_rank: 5, zz_mood: null, zz_seen: true }
    expect(await complaints(good)).toEqual([])
    expect(await complaints({ ...one, zz_tags: [{ 'a/b': 'ab' }, 7], zz_rank: 6, zz_mood: 'so', zz_seen: 1 })).toEqual([
      ['/zz_tags/0/a~1b', 'of type string and at least 3 long'],
      ['/zz_tags/1', 'of type object'],
      ['/zz_rank', 'a whole number from 1 to 5'],
      ['/zz_mood', 'good or bad or null'],
      ['/zz_seen', 'of type boolean'],
    ])
    expect(await complaints({ ...one, zz_tags: {} })).toEqual([['/zz_tags', 'of type array']])
  })

  it.each<[string, object, good: unknown, bad: unknown, expected: string]>([
    ['number', { type: 'number', minimum: 0.5, maximum: 2.5 }, 1.25, 3, 'a number from 0.5 to 2.5'],
    ['number', { type: 'number' }, -1.5, '1', 'a number'],
    ['uuid', { type: 'string', format: 'uuid' }, '5003584a-be1f-4754-a0c7-703f48589e03', '5003584a', 'of type uuid'],
    ['date', { type: 'string', format: 'date' }, '2024-06-03', '2024-06-03T11:57:48Z', 'of type date'],
    ['email', { type: 'string', format: 'email' }, 'a@example.org', 'nobody', 'of type email'],
    ['uri', { type: 'string', format: 'uri' }, 'https://example.org/a', '/a', 'of type uri'],
    ['pattern', { type: 'string', pattern: '^[a-z]+/$' }, 'ab/', 'AB/', 'of type string and match ^[a-z]+/$'],
    ['maxLength', { type: 'string', maxLength: 2 }, '😀😀', 'abc', 'of type string and at most 2 long'],
    ['minLength', { type: 'string', minLength: 2 }, '😀😀', '😀', 'of type string and at least 2 long'],
    ['maximum', { type: 'integer', maximum: 7 }, 7, 8, 'a whole number to 7'],
  ])('checks a field with %s alike in the client and in the validator', async (_, schema, good, bad, expected) => {
    await addFields({ zz_kind: schema })
    await generate(folder)
    const one = await sample()
    const { validateConversationList } = await load('validators.ts')
    expect(await complaints({ ...one, zz_kind: good })).toEqual([])
    expect(validateConversationList([{ ...one, zz_kind: good }])).toBe(true)
    expect(await complaints({ ...one, zz_kind: bad })).toEqual([['/zz_kind', expected]])
    expect(validateConversationList([{ ...one, zz_kind: bad }])).toBe(false)
    expect(await generated('validators.ts')).not.toMatch(/\brequire\(|^import (?!type)/m)
  })

  it('carries a new known value into the types of an open set', async () => {
    await edit(add(`${conversation}.properties.status.x-extensible-enum`, 'ZZ_SNOOZED'))
    await generate(folder)
    expect(await generated('types.ts')).toContain('"ZZ_SNOOZED" | (string & {})')
    expect((await load('facts.ts')).schemas.Conversation.fields.status.known).toContain('ZZ_SNOOZED')
  })

  it('carries a query parameter with an open set of its own into facts and the type of the query', async () => {
    await edit((contract) => {
      const schema = { type: 'string', 'x-extensible-enum': ['ZZ_A', 'ZZ_B'] }
      listOperation(contract).parameters.push({ name: 'status', in: 'query', 'x-evidence': 'assumed', schema })
    })
    await generate(folder)
    const { parameters, list } = (await load('facts.ts')).operations.listConversations
    expect(parameters.status).toMatchObject({ in: 'query', type: 'string', known: ['ZZ_A', 'ZZ_B'] })
    expect(list.filters).toContain('status')
    const [, query] = (await generated('types.ts')).split('export type ListConversationsQuery')
    expect(query).toContain('status: "ZZ_A" | "ZZ_B" | (string & {})')
  })

  it('carries a second operation, and where its path parameter comes from', async () => {
    await edit((contract) => {
      const list = listOperation(contract)
      contract.components.responses.Conversations.links = {
        things: { operationId: 'zzListThings', parameters: { zz_id: '$response.body#/0/id' } },
      }
      contract.paths['/backend/chat/{organization_id}/{zz_id}/things'] = {
        get: {
          operationId: 'zzListThings',
          parameters: [
            list.parameters[0],
            { name: 'zz_id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'from', in: 'query', schema: { type: 'integer', minimum: 1, default: 1 } },
          ],
          'x-list': { page: 'from', id: 'zz_key' },
          responses: {
            200: {
              description: 'Things.',
              content: {
                'application/json': {
                  schema: {
                    type: 'array',
                    items: { type: 'object', required: ['zz_key'], properties: { zz_key: { type: 'integer' } } },
                  },
                },
              },
            },
          },
        },
      }
    })
    await generate(folder)
    const { operations, schemas } = await load('facts.ts')
    expect(operations.zzListThings).toMatchObject({
      method: 'GET',
      list: { page: 'from', id: 'zz_key', filters: [] },
      links: { zz_id: { operation: 'listConversations', pointer: '/0/id' } },
      responses: { 200: { schema: 'zzListThings200' } },
    })
    expect(schemas.zzListThings200.items).toBe('zzListThingsItem')
    expect(schemas.zzListThingsItem).toMatchObject({
      fields: { zz_key: { required: true, type: 'integer' } },
      pointer: expect.stringMatching(/^#\/paths\/.*\/responses\/200\/content\/application~1json\/schema\/items$/),
    })
    const { validators } = await load('validators.ts')
    expect(validators.zzListThings200([{ zz_key: 1 }])).toBe(true)
    expect(validators.zzListThings200([{ zz_key: 'a' }])).toBe(false)
    expect(await load('client.ts')).toMatchObject({ zzListThings: { method: 'GET', query: { from: { default: 1 } } } })
  })

  it.each<[string, Edit, RegExp]>([
    [
      'a format that nothing checks',
      set(`${conversation}.properties.id.format`, 'zz-form'),
      /format "zz-form"|zz-form is none of/,
    ],
    [
      'a keyword that the client can’t check',
      set(`${conversation}.properties.action_called.multipleOf`, 2),
      /Conversation\/properties\/action_called\/multipleOf is unknown to the client/,
    ],
    [
      'conversations without other fields',
      set(`${conversation}.additionalProperties`, false),
      /schemas\/Conversation\/additionalProperties is unknown/,
    ],
    [
      'a field of two types',
      set(`${conversation}.properties.handoff.type`, ['boolean', 'number']),
      /handoff has the type boolean or number/,
    ],
    [
      'a part of a list that there is not',
      set(`${list}.zz`, 'page'),
      /x-list\/zz is unknown: the parts of a list are page, limit/,
    ],
    ['a list without an id', drop(`${list}.id`), /x-list\/id is missing/],
    [
      'a part that names no parameter',
      set(`${list}.limit`, 'zz_size'),
      /x-list\/limit names zz_size, which is no query parameter of listConversations/,
    ],
    [
      'a direction without two values',
      set(`${list}.sortDirection`, 'sortBy'),
      /x-list\/sortDirection names sortBy, which has no enum of two values/,
    ],
    ['a time that is none', set(`${list}.time`, 'status'), /x-list\/time names status, which is no date-time/],
    [
      'a field that equals no parameter',
      set(`${conversation}.properties.id.x-equals-parameter`, 'zz_id'),
      /x-equals-parameter names zz_id, which is no path parameter/,
    ],
    [
      'a field that depends on none',
      set(`${conversation}.properties.id.x-available-when`, 'status'),
      /x-available-when names status, which is no boolean field of Conversation/,
    ],
    [
      'a link to nowhere',
      set('components.responses.Conversations.links', { zz: { operationId: 'zzGone' } }),
      /links\/zz\/operationId is zzGone, which is no operation/,
    ],
    ['an operation without a name', set('paths./zz', { get: { responses: {} } }), /~1zz\/get has no operationId/],
    [
      'two operations of one name',
      (contract) => Object.assign(contract.paths, { '/zz/{organization_id}': { get: listOperation(contract) } }),
      /Two operations have the operationId listConversations/,
    ],
    [
      'an example that is not there',
      set(`${examples}.zz`, { $ref: 'examples/nowhere.json' }),
      /openapi\.yaml can't be read: .*nowhere\.json/,
    ],
  ])('refuses %s, in one line', async (_, change, message) => {
    await edit(change)
    await refused(message)
  })

  it('refuses broken YAML, in one line', async () => {
    await writeFile(join(folder, 'openapi/openapi.yaml'), 'openapi: [')
    await refused(/openapi\.yaml/)
  })
})

async function refused(message: RegExp) {
  const error = await generate(folder).catch((reason) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(error.message).toMatch(message)
  expect(error.message.split('\n')).toHaveLength(1)
}
