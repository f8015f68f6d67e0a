import { describe, expect, it } from 'vitest'
import { add, drop, type Edit, set } from '../../contract-tests/growth/edit-contract.ts'
import type { Contract } from '../generate/contract.ts'
import { compareContracts } from './compare.ts'
import { edited } from './testing/small-contract.ts'

/** "major parameter `limit` of `listNotes` default", for each change from one contract to the other. */
const ratings = (base: Contract, revision: Contract) =>
  compareContracts(base, revision)
    .changes()
    .map(({ impact, place, keyword }) => `${impact} ${place} ${keyword}`)

const books = 'paths./books.get'
const notes = 'paths./books/{book}/notes.get'
const book = 'components.schemas.Book.properties'
const list = 'operation `GET /books`'
const body = 'response 200 body[]'
const here = 'of `listBooks`'
const problem = 'schema `Problem`'
const problems = 'in response 400 body, response 429 body of every operation'

describe('compareContracts', () => {
  it('finds nothing between equal contracts, nor in words', () => {
    expect(ratings(edited(), edited())).toEqual([])
    expect(ratings(edited(), edited(set(`${book}.id.description`, 'Other.')))).toEqual([])
  })

  it.each<[string, Edit, string]>([
    // What all share, or one alone has.
    [
      'a shared default',
      set('components.schemas.Page.default', 2),
      'major parameter `page` of every operation default',
    ],
    [
      'a default of one operation',
      set('components.parameters.limit.schema.default', 20),
      `major parameter \`limit\` ${here} default`,
    ],
    [
      'no default any more',
      drop(`${notes}.parameters.1.schema.default`),
      'major parameter `limit` of `listNotes` default',
    ],
    ['a field of one list', set(`${book}.id.type`, 'integer'), `major ${body}.id ${here} type`],
    [
      'a field of the other',
      set(`${notes}.responses.200.content.application/json.schema.items.properties.id.type`, 'integer'),
      'major response 200 body[].id of `listNotes` type',
    ],
    [
      'a schema of several responses',
      set('components.schemas.Problem.properties.message.anyOf.1.items.type', 'integer'),
      `major ${problem}.message anyOf[1][] ${problems} type`,
    ],
    // Who may use it, and where it is.
    ['no security any more', set('security', []), 'major security of every operation security'],
    ['a way in without a token', add('security', {}), 'major security of every operation security'],
    ['no security for one operation', set(`${notes}.security`, []), 'major security of `listNotes` security'],
    ['another way to authenticate', set('security', [{ other: [] }]), 'major security of every operation security'],
    ['one more way to authenticate', add('security', { other: [] }), 'minor security of every operation security'],
    [
      'evidence for a security scheme',
      set('components.securitySchemes.token.x-evidence', 'assumed'),
      'minor security scheme `token` x-evidence',
    ],
    ['another server', set('servers.0.url', 'https://other.example'), 'major server url'],
    // Operations.
    ['a new path', set('paths./zz', { get: { operationId: 'zz', responses: {} } }), 'minor operation `GET /zz` added'],
    [
      'a new method',
      set('paths./books.post', { operationId: 'zz', responses: {} }),
      'minor operation `POST /books` added',
    ],
    ['an operation gone', drop('paths./books/{book}/notes'), 'major operation `GET /books/{book}/notes` removed'],
    ['other evidence for an operation', set(`${books}.x-evidence`, 'assumed'), `minor ${list} x-evidence`],
    ['one more part of a list', set(`${books}.x-list.limit`, 'limit'), `minor ${list} x-list`],
    ['another part of a list', set(`${books}.x-list.id`, 'isbn'), `major ${list} x-list`],
    ['a list no more', drop(`${books}.x-list`), `major ${list} x-list`],
    // Parameters and what is sent.
    [
      'a new parameter',
      (c) => c.paths['/books/{book}/notes'].get.parameters.unshift({ name: 'zz', in: 'query', schema: {} }),
      'minor parameter `zz` of `listNotes` added',
    ],
    [
      'a new parameter that must be sent',
      (c) =>
        c.paths['/books/{book}/notes'].get.parameters.unshift({ name: 'zz', in: 'query', required: true, schema: {} }),
      'major parameter `zz` of `listNotes` added',
    ],
    [
      'a parameter gone',
      (c) => c.paths['/books/{book}/notes'].get.parameters.shift(),
      'major parameter `page` of `listNotes` removed',
    ],
    [
      'a parameter that must be sent',
      set('components.parameters.page.required', true),
      'major parameter `page` of every operation required',
    ],
    [
      'other evidence for a keyword',
      set(`${books}.parameters.2.x-evidence-of.enum`, 'history'),
      `minor parameter \`order\` ${here} x-evidence-of`,
    ],
    [
      'a higher minimum to send',
      set('components.schemas.Page.minimum', 5),
      'major parameter `page` of every operation minimum',
    ],
    [
      'a new maximum to send',
      set('components.parameters.limit.schema.maximum', 50),
      `major parameter \`limit\` ${here} maximum`,
    ],
    [
      'fewer values to send',
      set(`${books}.parameters.2.schema.enum`, ['ASC']),
      `major parameter \`order\` ${here} enum`,
    ],
    ['more values to send', add(`${books}.parameters.2.schema.enum`, 'NONE'), `minor parameter \`order\` ${here} enum`],
    [
      'null to send',
      set(`${notes}.parameters.1.schema.type`, ['integer', 'null']),
      'minor parameter `limit` of `listNotes` type',
    ],
    [
      'a body that must be sent',
      set(`${notes}.requestBody`, { required: true, content: {} }),
      'major request body of `listNotes` added',
    ],
    // Answers.
    [
      'a new response',
      set(`${notes}.responses.404`, { $ref: '#/components/responses/BadRequest' }),
      'minor response 404 of `listNotes` added',
    ],
    [
      'a response gone that another operation has too',
      drop(`${notes}.responses.400`),
      'major response 400 of `listNotes` removed',
    ],
    [
      'a header gone',
      drop('components.responses.TooManyRequests.headers.Retry-After'),
      'major response 429 header `Retry-After` of every operation removed',
    ],
    [
      'a new header',
      set('components.responses.BadRequest.headers', { zz: { schema: {} } }),
      'minor response 400 header `zz` of every operation added',
    ],
    [
      'a header that always comes',
      set('components.headers.Wait.required', true),
      'minor response 429 header `Retry-After` of every operation required',
    ],
    [
      'another type of header',
      set('components.headers.Wait.schema.type', 'integer'),
      'major response 429 header `Retry-After` of every operation type',
    ],
    ['a link gone', drop(`${books}.responses.200.links`), `minor response 200 link \`notes\` ${here} removed`],
    [
      'another link',
      set(`${books}.responses.200.links.notes.parameters.book`, 'zz'),
      `minor response 200 link \`notes\` ${here} parameters`,
    ],
    [
      'another example',
      set(`${books}.responses.200.content.application/json.examples.empty.value`, [1]),
      `patch response 200 example \`empty\` ${here} value`,
    ],
    [
      'another media type',
      set(`${books}.responses.200.content.text/csv`, {}),
      `minor response 200 body \`text/csv\` ${here} added`,
    ],
    // What bodies hold.
    ['a new field', set(`${book}.zz`, {}), `minor ${body}.zz ${here} added`],
    ['a field gone', drop(`${book}.meta.properties.pages`), `major ${body}.meta.pages ${here} removed`],
    ['a field that may be left out', set('components.schemas.Book.required', ['id']), `major ${body} ${here} required`],
    ['a field that must be there', add('components.schemas.Book.required', 'lent'), `minor ${body} ${here} required`],
    [
      'fields that are not listed refused',
      set('components.schemas.Book.additionalProperties', false),
      `minor ${body} ${here} additionalProperties`,
    ],
    ['another format to read', set(`${book}.lent.format`, 'date-time'), `major ${body}.lent ${here} format`],
    ['no format to read', drop(`${book}.lent.format`), `major ${body}.lent ${here} format`],
    ['a longer text to read', set(`${book}.id.maxLength`, 41), `major ${body}.id ${here} maxLength`],
    [
      'another pattern behind a reference',
      set('components.schemas.Isbn.pattern', '^x$'),
      `major ${body}.isbn ${here} pattern`,
    ],
    [
      'other evidence beside a reference',
      set(`${book}.isbn.x-evidence`, 'assumed'),
      `minor ${body}.isbn ${here} x-evidence`,
    ],
    [
      'a lower minimum to read',
      set(`${book}.meta.properties.pages.minimum`, -1),
      `major ${body}.meta.pages ${here} minimum`,
    ],
    [
      'a new maximum to read',
      set(`${book}.meta.properties.pages.maximum`, 9),
      `minor ${body}.meta.pages ${here} maximum`,
    ],
    ['null where none was', set(`${book}.state.type`, ['string', 'null']), `major ${body}.state ${here} type`],
    ['null no more', set(`${book}.lent.type`, 'string'), `minor ${body}.lent ${here} type`],
    [
      'integers among numbers',
      set(`${notes}.responses.200.content.application/json.schema.items.properties.score.type`, 'integer'),
      'minor response 200 body[].score of `listNotes` type',
    ],
    [
      'one known value more',
      add(`${book}.state.x-extensible-enum`, 'SOLD'),
      `minor ${body}.state ${here} x-extensible-enum`,
    ],
    [
      'one known value less',
      set(`${book}.state.x-extensible-enum`, ['IN', 'OUT']),
      `major ${body}.state ${here} x-extensible-enum`,
    ],
    [
      'known values in another order',
      set(`${book}.state.x-extensible-enum`, ['LOST', 'OUT', 'IN']),
      `patch ${body}.state ${here} x-extensible-enum`,
    ],
    [
      'a value that comes less often',
      set(`${book}.state.x-available-when`, 'isLent'),
      `major ${body}.state ${here} x-available-when`,
    ],
    ['a value that comes always', drop(`${book}.lent.x-available-when`), `minor ${body}.lent ${here} x-available-when`],
    [
      'a value that equals nothing more',
      drop(`${book}.shelf.x-equals-parameter`),
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
      drop('components.schemas.Problem.properties.message.anyOf'),
      `major ${problem}.message anyOf ${problems} removed`,
    ],
    [
      'one condition more to read',
      set('components.schemas.Book.allOf', [{ minProperties: 1 }]),
      `minor ${body} allOf[0] ${here} added`,
    ],
    ['what the comparison does not go into', set(`${book}.id.not`, { const: 'zz' }), `major ${body}.id ${here} not`],
  ])('rates %s', (_, edit, expected) => {
    expect(ratings(edited(), edited(edit))).toEqual([expected])
  })

  it('names no operation where there is one', () => {
    const alone = drop('paths./books/{book}/notes')
    const limit = set('components.parameters.limit.schema.default', 20)
    expect(ratings(edited(alone), edited(alone, limit))).toEqual(['major parameter `limit` default'])
  })

  it('rates the closing of an open set by both keywords', () => {
    const close: Edit = (c) => {
      const { properties } = c.components.schemas.Book
      const { 'x-extensible-enum': values, ...state } = properties.state
      properties.state = { ...state, enum: values }
    }
    expect(ratings(edited(), edited(close))).toEqual([
      expect.stringContaining('.state of `listBooks` x-extensible-enum'),
      expect.stringContaining('.state of `listBooks` enum'),
    ])
  })
})
