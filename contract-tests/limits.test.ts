import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate } from '../scripts/generate/generate.ts'
import { checkOptions } from '../src/client/check-options.ts'
import { type ContractDocument, conversationSchema, editContract, listOperation } from './growth/edit-contract.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contract-'))
  await cp('openapi', join(folder, 'openapi'), { recursive: true })
})

afterEach(() => rm(folder, { recursive: true, force: true }))

type Change = (contract: ContractDocument) => void

const field =
  (schema: unknown, name = 'zz_field'): Change =>
  (contract) => {
    conversationSchema(contract).properties[name] = schema
  }

const schema =
  (name: string, value: object): Change =>
  ({ components }) => {
    components.schemas[name] = value
  }

const parameter =
  (value: object): Change =>
  (contract) =>
    listOperation(contract).parameters.push({ in: 'query', schema: { type: 'string' }, ...value })

/** Another operation of the organization. */
const operation =
  (value: object): Change =>
  (contract) => {
    const { parameters } = listOperation(contract)
    const responses = { 200: { description: 'Things.' } }
    contract.paths['/zz/{organization_id}'] = {
      get: { operationId: 'zzThings', parameters: [parameters[0]], responses, ...value },
    }
  }

const both =
  (...changes: Change[]): Change =>
  (contract) =>
    changes.forEach((change) => {
      change(contract)
    })

/** Another operation, whose parameter has its value from the first one. */
const linked = (expression: string): Change =>
  both(operation({}), ({ components }) => {
    const zz = { operationId: 'zzThings', parameters: { organization_id: expression } }
    components.responses.Conversations.links = { zz }
  })

/** Changes the operation that code written by hand calls. */
const first =
  (change: Change): Change =>
  (contract) =>
    change(listOperation(contract))

describe('generate refuses what nothing could follow, with the place and what is allowed, in one line:', () => {
  it.each<[string, Change, RegExp]>([
    ['another version of OpenAPI', (c) => Object.assign(c, { openapi: '3.0.3' }), /#\/openapi .* is 3\.0\.3/],
    ['what is no schema', field(null), /zz_field in .*Expected type `Schema`/],
    ['a reference to nothing', field({ $ref: '#/components/schemas/ZzGone' }), /zz_field in .*Can't resolve \$ref/],
    ['parameters that are no list', first((o) => Object.assign(o, { parameters: null })), /get\/parameters in/],
    ['a response that is nothing', first((o) => Object.assign(o.responses, { 400: null })), /responses\/400 in/],
    ['no responses', first((o) => delete o.responses), /get has no responses/],
    [
      'a path by reference',
      both(operation({}), (c) => {
        c.components.pathItems = { Zz: c.paths['/zz/{organization_id}'] }
        c.paths['/zz/{organization_id}'] = { $ref: '#/components/pathItems/Zz' }
      }),
      /~1zz~1\{organization_id} refers to #\/components\/pathItems\/Zz/,
    ],
    ['no paths', (c) => delete c.paths, /no operation/],
    ['a name of every object', field({ type: 'string' }, 'constructor'), /properties has the name constructor/],
    ['such a name of a parameter', parameter({ name: 'toString' }), /has the name toString/],
    [
      'a schema within itself',
      both(
        schema('ZzNode', { type: 'object', properties: { zz_next: { $ref: '#/components/schemas/ZzNode' } } }),
        field({ $ref: '#/components/schemas/ZzNode' }),
      ),
      /ZzNode is within itself, at .*zz_next/,
    ],
    ['an allOf of several', field({ allOf: [{ type: 'string' }, { minLength: 2 }] }), /zz_field\/allOf has 2 parts/],
    [
      'the same twice, beside a reference',
      both(
        schema('ZzText', { type: 'string', minLength: 1 }),
        field({ $ref: '#/components/schemas/ZzText', minLength: 2 }),
      ),
      /zz_field\/minLength stands also in the schema/,
    ],
    ['an empty set', field({ type: 'string', enum: [] }), /zz_field\/enum is empty/],
    ['a set at odds with null', field({ type: ['string', 'null'], enum: ['a'] }), /zz_field\/enum .*agree on null/],
    [
      'an open set of numbers',
      field({ type: 'integer', 'x-extensible-enum': [1] }),
      /x-extensible-enum must be a list of/,
    ],
    ['bounds that cross', field({ type: 'integer', minimum: 2, maximum: 1 }), /zz_field\/minimum is larger/],
    ['a pattern that is none', field({ type: 'string', pattern: '(' }), /zz_field\/pattern is no regular expression/],
    ['another format', field({ type: 'string', format: 'zz' }), /zz_field\/format is unknown: zz is none of date-time/],
    [
      'a default that breaks its schema',
      field({ type: 'integer', maximum: 1, default: 2 }),
      /zz_field\/default breaks/,
    ],
    [
      'evidence of another kind',
      field({ type: 'string', 'x-evidence': 'zz' }),
      /zz_field\/x-evidence is zz: allowed are/,
    ],
    [
      'a required field that is not there',
      (c) => conversationSchema(c).required.push('zz_gone'),
      /required names zz_gone/,
    ],
    ['a schema that can’t be a type', schema('zz-thing', { type: 'string' }), /schemas\/zz-thing can't be the name of/],
    [
      'a schema named as a type',
      schema('ListConversationsQuery', { type: 'string' }),
      /ListConversationsQuery has the name of another/,
    ],
    [
      'a name that no URL has',
      parameter({ name: 'zz a' }),
      /parameters\/5 has the name "zz a": allowed in a query are/,
    ],
    [
      'two parameters of one name',
      parameter({ name: 'page', in: 'header' }),
      /parameters\/5 has the name page, as another/,
    ],
    [
      'a list as a parameter',
      parameter({ name: 'zz', schema: { type: 'array' } }),
      /schema has the type array: a parameter/,
    ],
    [
      'a parameter that can be null',
      parameter({ name: 'zz', schema: { type: ['string', 'null'] } }),
      /has the type string or null/,
    ],
    ['a parameter of JSON', parameter({ name: 'zz', schema: undefined, content: {} }), /parameters\/5/],
    [
      'an operation that cannot be a constant',
      operation({ operationId: 'delete' }),
      /operationId is "delete": allowed/,
    ],
    [
      'an extension within a field',
      field({ type: 'object', properties: { zz_of: { type: 'string', 'x-equals-parameter': 'organization_id' } } }),
      /zz_field\/properties\/zz_of\/x-equals-parameter is not followed/,
    ],
    [
      'an extension within a field that is a list',
      field({
        type: 'array',
        items: { type: 'object', properties: { zz_at: { type: 'string', 'x-available-when': 'handoff' } } },
      }),
      /zz_field\/items\/properties\/zz_at\/x-available-when is not followed/,
    ],
    [
      'an operation with a body',
      operation({ requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } }),
      /get\/requestBody is not followed/,
    ],
    ['an operation named as a check', operation({ operationId: 'checkZz' }), /operationId is "checkZz": allowed/],
    [
      'an operation that never succeeds',
      operation({ responses: { default: { description: 'Zz.' } } }),
      /no status of success/,
    ],
    [
      'a link from where nothing is followed',
      linked('$response.header.zz'),
      /links\/zz\/parameters\/organization_id is \$response/,
    ],
    [
      'a link from a field that is not there',
      linked('$response.body#/0/zz_gone'),
      /parameters\/organization_id is .*zz_gone: allowed are/,
    ],
    [
      'a filter with a default',
      parameter({ name: 'status', schema: { type: 'string', default: 'OPEN' } }),
      /parameter status has a default/,
    ],
    [
      'an extension that is misspelt',
      field({ type: 'string', 'x-equal-parameter': 'zz' }),
      /zz_field\/x-equal-parameter has no meaning\. Did you mean x-equals-parameter/,
    ],
    [
      'an extension of several names',
      field({ type: 'string', 'x-available-when': ['handoff'] }),
      /x-available-when must be one name/,
    ],
    ['no server', (c) => delete c.servers, /#\/servers\/0\/url must be a whole URL/],
    [
      'a server without TLS',
      (c) => Object.assign(c, { servers: [{ url: 'http://zz.example' }] }),
      /servers\/0\/url must be https/,
    ],
    [
      'a server with variables',
      (c) => Object.assign(c, { servers: [{ url: 'https://{zz}.example', variables: { zz: { default: 'a' } } }] }),
      /servers\/0\/url has variables/,
    ],
    [
      'two ways to authenticate',
      (c) => Object.assign(c.components.securitySchemes, { zz: { type: 'http', scheme: 'basic' } }),
      /securitySchemes must have one member/,
    ],
    ['a first operation without a token', (c) => delete c.security, /get\/security must ask for the token/],
    [
      'a first operation of another name',
      first((o) => Object.assign(o, { operationId: 'zzChats' })),
      /no GET with the operationId listConversations/,
    ],
    [
      'another id',
      (c) => {
        conversationSchema(c).required.push('zz_id')
        field({ type: 'string' }, 'zz_id')(c)
        listOperation(c)['x-list'].id = 'zz_id'
      },
      /x-list\/id must be id/,
    ],
    ['a list without a time', first((o) => delete o['x-list'].time), /x-list\/time is missing/],
    ['a list without a limit', first((o) => delete o['x-list'].limit), /x-list\/limit must be limit/],
    [
      'a limit without a default',
      ({ components }) => delete components.schemas.Limit.default,
      /parameters\/limit must have a default/,
    ],
    ['a parameter that is required', parameter({ name: 'zz', required: true }), /parameters\/5 is required/],
    ['a parameter named as an option', parameter({ name: 'signal' }), /parameters\/5 is named signal, as an option/],
    [
      'two parameters of one flag',
      both(parameter({ name: 'zz_a' }), parameter({ name: 'zzA' })),
      /the flag --zz-a, too/,
    ],
  ])('%s', async (_, change, message) => {
    await editContract(folder, change)
    const error = await generate(folder).catch((reason) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(error.message).toMatch(message)
    expect(error.message.split('\n')).toHaveLength(1)
  })
})

it('generate refuses such names in other files, too', async () => {
  const inner = { type: 'object', properties: { toString: { type: 'string' } } }
  await writeFile(join(folder, 'openapi/ZzThing.json'), JSON.stringify(inner))
  await editContract(folder, field({ $ref: 'ZzThing.json' }))
  await expect(generate(folder)).rejects.toThrow('ZzThing/properties has the name toString')
})

describe('generate follows', () => {
  const conversation = async () =>
    JSON.parse(await readFile(join(folder, 'openapi/examples/documented.json'), 'utf8')).value[0]

  const load = (name: string) => import(/* @vite-ignore */ join(folder, 'generated', name))

  async function complaints(value: unknown): Promise<string[]> {
    const found: string[] = []
    ;(await load('client.ts')).checkConversation(value, (place: string) => found.push(place))
    return found
  }

  it('names of fields with any character, and names that would be one and the same in the code', async () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: such are names, too
    const inner = { type: 'object', required: ['zz`${1}'], properties: { 'zz`${1}': { type: 'string' } } }
    const names = ['zz-a', 'zz_a', 'zz"\'`${x}\\', 'zz\na', 'class', 'value', '1', 'größe']
    await editContract(folder, both(...names.map((name) => field({ type: 'array', items: inner }, name))))
    await generate(folder)
    const { validateConversationList } = await load('validators.ts')
    for (const name of names) {
      const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      const good = { ...(await conversation()), [name]: [{ 'zz`${1}': 'a' }] }
      const bad = { ...good, [name]: [{ 'zz`${1}': 1 }] }
      expect([await complaints(good), await complaints(bad)]).toEqual([[], [`${pointer}/0/zz\`\${1}`]])
      expect([validateConversationList([good]), validateConversationList([bad])]).toEqual([true, false])
    }
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: such are names, too
  })

  it.each<[string, object, good: unknown, bad: unknown]>([
    ['a constant', { type: 'string', const: 'a' }, 'a', 'b'],
    ['an allOf of one', { allOf: [{ type: 'string', minLength: 2 }], description: 'A text.' }, 'ab', 'a'],
    ['how a server keeps a number', { type: 'integer', format: 'int64' }, 2 ** 40, 0.5],
    [
      'extensions of other tools, however short',
      { type: 'string', 'x-link': 'zz', 'x-test': true, 'x-lines': 2 },
      'a',
      1,
    ],
    [
      'words that check nothing',
      { type: 'boolean', readOnly: true, externalDocs: { url: 'https://zz.example' } },
      true,
      1,
    ],
  ])('%s, alike in facts, client and validator', async (_, value, good, bad) => {
    await editContract(folder, field(value))
    await generate(folder)
    const one = await conversation()
    const { validateConversationList } = await load('validators.ts')
    expect((await load('facts.ts')).schemas.Conversation.fields.zz_field.type).toBe(
      typeof good === 'number' ? 'integer' : typeof good,
    )
    expect([await complaints({ ...one, zz_field: good }), await complaints({ ...one, zz_field: bad })]).toEqual([
      [],
      ['/zz_field'],
    ])
    expect([good, bad].map((each) => validateConversationList([{ ...one, zz_field: each }]))).toEqual([true, false])
  })

  it('a parameter that is a time in milliseconds, and one that is a part of the list', async () => {
    await editContract(folder, parameter({ name: 'zz_since', schema: { type: 'integer', format: 'int64' } }))
    await generate(folder)
    const { query } = (await load('client.ts')).listConversations
    expect(() => checkOptions({ zz_since: Date.now() }, query)).not.toThrow()
    expect(() => checkOptions({ zz_since: 2 ** 60 }, query)).toThrow('zz_since must be a whole number')
    expect(query.page).not.toHaveProperty('maximum')
  })

  it('a response that can be had in several types, of which JSON is the one that is checked', async () => {
    const content = {
      'text/csv': { schema: { type: 'string' } },
      'application/json': { schema: { type: 'object', properties: { zz: { type: 'string' } } } },
    }
    await editContract(folder, operation({ responses: { 200: { description: 'Things.', content } } }))
    await generate(folder)
    const { operations } = await load('facts.ts')
    expect(operations.zzThings.responses['200']).toMatchObject({
      contentType: 'application/json',
      schema: 'zzThings200',
    })
  })
})
