import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringifyYaml } from '@redocly/openapi-core'
import type { ContractDocument, Edit } from '../../../contract-tests/growth/edit-contract.ts'
import { temporaryFolder } from '../../../src/testing/temporary-folder.ts'

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
const json = (schema: object) => ({ 'application/json': { schema } })

/** Two lists that share a parameter and errors. It is no part of the project's contract, so that this one can grow. */
const smallContract: ContractDocument = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '0.1.0' },
  servers: [{ url: 'https://library.example' }],
  security: [{ token: [] }],
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        tags: ['Books'],
        'x-evidence': 'documented',
        'x-list': { page: 'page', id: 'id' },
        parameters: [
          ref('parameters', 'page'),
          ref('parameters', 'limit'),
          { name: 'order', in: 'query', 'x-evidence-of': { enum: 'assumed' }, schema: { enum: ['ASC', 'DESC'] } },
        ],
        responses: {
          200: {
            description: 'Books.',
            content: {
              'application/json': {
                schema: { type: 'array', items: ref('schemas', 'Book') },
                examples: { empty: { value: [] } },
              },
            },
            links: { notes: { operationId: 'listNotes', parameters: { book: '$response.body#/0/id' } } },
          },
          400: ref('responses', 'BadRequest'),
          429: ref('responses', 'TooManyRequests'),
        },
      },
    },
    '/books/{book}/notes': {
      get: {
        operationId: 'listNotes',
        parameters: [
          ref('parameters', 'page'),
          { name: 'limit', in: 'query', schema: { type: 'integer', default: 5 } },
          { name: 'book', in: 'path', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'Notes.',
            content: json({
              type: 'array',
              items: { type: 'object', properties: { id: { type: 'string' }, score: { type: 'number' } } },
            }),
          },
          400: ref('responses', 'BadRequest'),
          429: ref('responses', 'TooManyRequests'),
        },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', 'x-evidence': 'documented' } },
    parameters: {
      page: { name: 'page', in: 'query', schema: ref('schemas', 'Page') },
      limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, default: 10 } },
    },
    headers: { Wait: { schema: { type: 'string' } } },
    responses: {
      BadRequest: { description: 'No.', content: json(ref('schemas', 'Problem')) },
      TooManyRequests: {
        description: 'Later.',
        headers: { 'Retry-After': ref('headers', 'Wait') },
        content: json(ref('schemas', 'Problem')),
      },
    },
    schemas: {
      Page: { type: 'integer', minimum: 1, default: 1 },
      Problem: {
        type: 'object',
        description: 'What went wrong.',
        properties: { message: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } },
      },
      Book: {
        type: 'object',
        required: ['id', 'state'],
        additionalProperties: true,
        properties: {
          id: { type: 'string', maxLength: 40, description: 'The id.' },
          shelf: { type: 'string', 'x-equals-parameter': 'shelf' },
          state: { type: 'string', 'x-extensible-enum': ['IN', 'OUT', 'LOST'] },
          lent: { type: ['string', 'null'], format: 'date', 'x-available-when': 'isLent' },
          isbn: { ...ref('schemas', 'Isbn'), 'x-evidence': 'documented' },
          meta: { type: 'object', properties: { pages: { type: 'integer', minimum: 0 } } },
          series: ref('schemas', 'Book'),
        },
      },
      Isbn: { type: 'string', pattern: '^[0-9]{13}$' },
    },
  },
}

/** The small contract after edits. */
export function edited(...edits: Edit[]): ContractDocument {
  const contract = structuredClone(smallContract)
  for (const edit of edits) edit(contract)
  return contract
}

/** Writes a contract to a folder that goes with the test, and gives the file. */
export async function contractFile(contract: ContractDocument): Promise<string> {
  const file = join(await temporaryFolder(), 'openapi.yaml')
  await writeFile(file, stringifyYaml(contract))
  return file
}
