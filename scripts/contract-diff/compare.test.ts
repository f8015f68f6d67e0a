import { describe, expect, it } from 'vitest'
import type { ContractDocument } from '../../contract-tests/growth/edit-contract.ts'
import type { Contract } from '../generate/contract.ts'
import { compareContracts } from './compare.ts'
import { type Edit, edited } from './testing/small-contract.ts'

/** "major parameter `limit` of `listNotes` default", for each change from one contract to the other. */
const ratings = (base: Contract, revision: Contract) =>
  compareContracts(base, revision)
    .changes()
    .map(({ impact, place, keyword }) => `${impact} ${place} ${keyword}`)

type Part = (contract: ContractDocument) => ContractDocument

const books: Part = ({ paths }) => paths['/books'].get
const notes: Part = ({ paths }) => paths['/books/{book}/notes'].get
const book: Part = ({ components }) => components.schemas.Book.properties
const set =
  (part: Part, keyword: string, value: unknown): Edit =>
  (contract) => {
    part(contract)[keyword] = value
  }
const drop =
  (part: Part, keyword: string): Edit =>
  (contract) => {
    delete part(contract)[keyword]
  }
const list = 'operation `GET /books`'
const body = 'response 200 body[]'
const here = 'of `listBooks`'
const problem = 'schema `Problem`'
const problems = 'in response 400 body, response 429 body of every operation'

describe('compareContracts', () => {
  it('finds nothing between equal contracts, nor in words', () => {
    expect(ratings(edited(), edited())).toEqual([])
    expect(ratings(edited(), edited(set((c) => book(c).id, 'description', 'Other.')))).toEqual([])
  })

  it.each<[string, Edit, string]>([
    // What all share, or one alone has.
    [
      'a shared default',
      set((c) => c.components.schemas.Page, 'default', 2),
      'major parameter `page` of every operation default',
    ],
    [
      'a default of one operation',
      set((c) => c.components.parameters.limit.schema, 'default', 20),
      `major parameter \`limit\` ${here} default`,
    ],
    [
      'no default any more',
      drop((c) => notes(c).parameters[1].schema, 'default'),
      'major parameter `limit` of `listNotes` default',
    ],
    ['a field of one list', set((c) => book(c).id, 'type', 'integer'), `major ${body}.id ${here} type`],
    [
      'a field of the other',
      set((c) => notes(c).responses[200].content['application/json'].schema.items.properties.id, 'type', 'integer'),
      'major response 200 body[].id of `listNotes` type',
    ],
    [
      'a schema of several responses',
      set((c) => c.components.schemas.Problem.properties.message.anyOf[1].items, 'type', 'integer'),
      `major ${problem}.message anyOf[1][] ${problems} type`,
    ],
    // Who may use it, and where it is.
    ['no security any more', set((c) => c, 'security', []), 'major security of every operation security'],
    ['a way in without a token', (c) => c.security.push({}), 'major security of every operation security'],
    ['no security for one operation', set((c) => notes(c), 'security', []), 'major security of `listNotes` security'],
    [
      'another way to authenticate',
      set((c) => c, 'security', [{ other: [] }]),
      'major security of every operation security',
    ],
    [
      'one more way to authenticate',
      (c) => c.security.push({ other: [] }),
      'minor security of every operation security',
    ],
    [
      'evidence for a security scheme',
      set((c) => c.components.securitySchemes.token, 'x-evidence', 'assumed'),
      'minor security scheme `token` x-evidence',
    ],
    ['another server', set((c) => c.servers[0], 'url', 'https://other.example'), 'major server url'],
    // Operations.
    [
      'a new path',
      set((c) => c.paths, '/zz', { get: { operationId: 'zz', responses: {} } }),
      'minor operation `GET /zz` added',
    ],
    [
      'a new method',
      set((c) => c.paths['/books'], 'post', { operationId: 'zz', responses: {} }),
      'minor operation `POST /books` added',
    ],
    [
      'an operation gone',
      drop((c) => c.paths, '/books/{book}/notes'),
      'major operation `GET /books/{book}/notes` removed',
    ],
    ['other evidence for an operation', set((c) => books(c), 'x-evidence', 'assumed'), `minor ${list} x-evidence`],
    ['one more part of a list', set((c) => books(c)['x-list'], 'limit', 'limit'), `minor ${list} x-list`],
    ['another part of a list', set((c) => books(c)['x-list'], 'id', 'isbn'), `major ${list} x-list`],
    ['a list no more', drop((c) => books(c), 'x-list'), `major ${list} x-list`],
    // Parameters and what is sent.
    [
      'a new parameter',
      (c) => notes(c).parameters.unshift({ name: 'zz', in: 'query', schema: {} }),
      'minor parameter `zz` of `listNotes` added',
    ],
    [
      'a new parameter that must be sent',
      (c) => notes(c).parameters.unshift({ name: 'zz', in: 'query', required: true, schema: {} }),
      'major parameter `zz` of `listNotes` added',
    ],
    ['a parameter gone', (c) => notes(c).parameters.shift(), 'major parameter `page` of `listNotes` removed'],
    [
      'a parameter that must be sent',
      set((c) => c.components.parameters.page, 'required', true),
      'major parameter `page` of every operation required',
    ],
    [
      'other evidence for a keyword',
      set((c) => books(c).parameters[2]['x-evidence-of'], 'enum', 'history'),
      `minor parameter \`order\` ${here} x-evidence-of`,
    ],
    [
      'a higher minimum to send',
      set((c) => c.components.schemas.Page, 'minimum', 5),
      'major parameter `page` of every operation minimum',
    ],
    [
      'a new maximum to send',
      set((c) => c.components.parameters.limit.schema, 'maximum', 50),
      `major parameter \`limit\` ${here} maximum`,
    ],
    ['fewer values to send', (c) => books(c).parameters[2].schema.enum.pop(), `major parameter \`order\` ${here} enum`],
    [
      'more values to send',
      (c) => books(c).parameters[2].schema.enum.push('NONE'),
      `minor parameter \`order\` ${here} enum`,
    ],
    [
      'null to send',
      set((c) => notes(c).parameters[1].schema, 'type', ['integer', 'null']),
      'minor parameter `limit` of `listNotes` type',
    ],
    [
      'a body that must be sent',
      set((c) => notes(c), 'requestBody', { required: true, content: {} }),
      'major request body of `listNotes` added',
    ],
    // Answers.
    [
      'a new response',
      set((c) => notes(c).responses, '404', { $ref: '#/components/responses/BadRequest' }),
      'minor response 404 of `listNotes` added',
    ],
    [
      'a response gone that another operation has too',
      drop((c) => notes(c).responses, '400'),
      'major response 400 of `listNotes` removed',
    ],
    [
      'a header gone',
      drop((c) => c.components.responses.TooManyRequests.headers, 'Retry-After'),
      'major response 429 header `Retry-After` of every operation removed',
    ],
    [
      'a new header',
      set((c) => c.components.responses.BadRequest, 'headers', { zz: { schema: {} } }),
      'minor response 400 header `zz` of every operation added',
    ],
    [
      'a header that always comes',
      set((c) => c.components.headers.Wait, 'required', true),
      'minor response 429 header `Retry-After` of every operation required',
    ],
    [
      'another type of header',
      set((c) => c.components.headers.Wait.schema, 'type', 'integer'),
      'major response 429 header `Retry-After` of every operation type',
    ],
    ['a link gone', drop((c) => books(c).responses[200], 'links'), `minor response 200 link \`notes\` ${here} removed`],
    [
      'another link',
      set((c) => books(c).responses[200].links.notes.parameters, 'book', 'zz'),
      `minor response 200 link \`notes\` ${here} parameters`,
    ],
    [
      'another example',
      set((c) => books(c).responses[200].content['application/json'].examples.empty, 'value', [1]),
      `patch response 200 example \`empty\` ${here} value`,
    ],
    [
      'another media type',
      set((c) => books(c).responses[200].content, 'text/csv', {}),
      `minor response 200 body \`text/csv\` ${here} added`,
    ],
    // What bodies hold.
    ['a new field', set((c) => book(c), 'zz', {}), `minor ${body}.zz ${here} added`],
    ['a field gone', drop((c) => book(c).meta.properties, 'pages'), `major ${body}.meta.pages ${here} removed`],
    ['a field that may be left out', (c) => c.components.schemas.Book.required.pop(), `major ${body} ${here} required`],
    [
      'a field that must be there',
      (c) => c.components.schemas.Book.required.push('lent'),
      `minor ${body} ${here} required`,
    ],
    [
      'fields that are not listed refused',
      set((c) => c.components.schemas.Book, 'additionalProperties', false),
      `minor ${body} ${here} additionalProperties`,
    ],
    ['another format to read', set((c) => book(c).lent, 'format', 'date-time'), `major ${body}.lent ${here} format`],
    ['no format to read', drop((c) => book(c).lent, 'format'), `major ${body}.lent ${here} format`],
    ['a longer text to read', set((c) => book(c).id, 'maxLength', 41), `major ${body}.id ${here} maxLength`],
    [
      'another pattern behind a reference',
      set((c) => c.components.schemas.Isbn, 'pattern', '^x$'),
      `major ${body}.isbn ${here} pattern`,
    ],
    [
      'other evidence beside a reference',
      set((c) => book(c).isbn, 'x-evidence', 'assumed'),
      `minor ${body}.isbn ${here} x-evidence`,
    ],
    [
      'a lower minimum to read',
      set((c) => book(c).meta.properties.pages, 'minimum', -1),
      `major ${body}.meta.pages ${here} minimum`,
    ],
    [
      'a new maximum to read',
      set((c) => book(c).meta.properties.pages, 'maximum', 9),
      `minor ${body}.meta.pages ${here} maximum`,
    ],
    ['null where none was', set((c) => book(c).state, 'type', ['string', 'null']), `major ${body}.state ${here} type`],
    ['null no more', set((c) => book(c).lent, 'type', 'string'), `minor ${body}.lent ${here} type`],
    [
      'integers among numbers',
      set((c) => notes(c).responses[200].content['application/json'].schema.items.properties.score, 'type', 'integer'),
      'minor response 200 body[].score of `listNotes` type',
    ],
    [
      'one known value more',
      (c) => book(c).state['x-extensible-enum'].push('SOLD'),
      `minor ${body}.state ${here} x-extensible-enum`,
    ],
    [
      'one known value less',
      (c) => book(c).state['x-extensible-enum'].pop(),
      `major ${body}.state ${here} x-extensible-enum`,
    ],
    [
      'known values in another order',
      (c) => book(c).state['x-extensible-enum'].reverse(),
      `patch ${body}.state ${here} x-extensible-enum`,
    ],
    [
      'a value that comes less often',
      set((c) => book(c).state, 'x-available-when', 'isLent'),
      `major ${body}.state ${here} x-available-when`,
    ],
    [
      'a value that comes always',
      drop((c) => book(c).lent, 'x-available-when'),
      `minor ${body}.lent ${here} x-available-when`,
    ],
    [
      'a value that equals nothing more',
      drop((c) => book(c).shelf, 'x-equals-parameter'),
      `major ${body}.shelf ${here} x-equals-parameter`,
    ],
    [
      'one alternative less to read',
      (c) => c.components.schemas.Problem.properties.message.anyOf.shift(),
      `minor ${problem}.message anyOf[0] ${problems} removed`,
    ],
    [
      'one alternative more to read',
      (c) => c.components.schemas.Problem.properties.message.anyOf.unshift({ type: 'null' }),
      `major ${problem}.message anyOf[0] ${problems} added`,
    ],
    [
      'any value for alternatives',
      drop((c) => c.components.schemas.Problem.properties.message, 'anyOf'),
      `major ${problem}.message anyOf ${problems} removed`,
    ],
    [
      'one condition more to read',
      set((c) => c.components.schemas.Book, 'allOf', [{ minProperties: 1 }]),
      `minor ${body} allOf[0] ${here} added`,
    ],
    [
      'what the comparison does not go into',
      set((c) => book(c).id, 'not', { const: 'zz' }),
      `major ${body}.id ${here} not`,
    ],
  ])('rates %s', (_, edit, expected) => {
    expect(ratings(edited(), edited(edit))).toEqual([expected])
  })

  it('names no operation where there is one', () => {
    const alone = drop(({ paths }) => paths, '/books/{book}/notes')
    const limit = set(({ components }) => components.parameters.limit.schema, 'default', 20)
    expect(ratings(edited(alone), edited(alone, limit))).toEqual(['major parameter `limit` default'])
  })

  it('rates the closing of an open set by both keywords', () => {
    const close: Edit = (c) => {
      const { 'x-extensible-enum': values, ...state } = book(c).state
      book(c).state = { ...state, enum: values }
    }
    expect(ratings(edited(), edited(close))).toEqual([
      expect.stringContaining('.state of `listBooks` x-extensible-enum'),
      expect.stringContaining('.state of `listBooks` enum'),
    ])
  })
})
