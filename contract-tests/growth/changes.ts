import { type ContractDocument, conversationSchema, listOperation } from './edit-contract.ts'

/** A path below a conversation, whose second parameter comes from the first list by a link. */
export const secondPath = '/backend/chat/{organization_id}/{conversation_id}/zz_notes'

/** A second list, of the notes of a conversation, as editors of the contract would describe it. */
export function addOperation(contract: ContractDocument): void {
  const { components, paths } = contract
  const [organization, page, limit] = listOperation(contract).parameters
  components.schemas.ZzNoteList = {
    type: 'array',
    'x-evidence': 'assumed',
    items: { $ref: '#/components/schemas/ZzNote' },
  }
  components.schemas.ZzNote = {
    type: 'object',
    description: 'A note on a conversation.',
    'x-evidence': 'assumed',
    required: ['id', 'conversation_id', 'created_at', 'zz_text'],
    properties: {
      id: { type: 'string', minLength: 1, 'x-evidence': 'assumed' },
      conversation_id: {
        type: 'string',
        minLength: 1,
        'x-equals-parameter': 'conversation_id',
        'x-evidence': 'assumed',
      },
      created_at: { type: 'string', format: 'date-time', 'x-evidence': 'assumed' },
      zz_text: { type: 'string', 'x-evidence': 'assumed' },
    },
  }
  paths[secondPath] = {
    get: {
      operationId: 'zzListNotes',
      tags: ['Conversations'],
      summary: 'List the notes of a conversation',
      'x-evidence': 'assumed',
      'x-list': { page: 'page', limit: 'limit', id: 'id', time: 'created_at' },
      parameters: [
        organization,
        {
          name: 'conversation_id',
          in: 'path',
          required: true,
          description: 'The id of the conversation.',
          'x-evidence': 'assumed',
          schema: { type: 'string', minLength: 1 },
          example: '5003584a-be1f-4754-a0c7-703f48589e03',
        },
        page,
        limit,
      ],
      responses: {
        ...listOperation(contract).responses,
        200: {
          description: 'One page of notes.',
          'x-evidence': 'assumed',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ZzNoteList' },
              example: [
                {
                  id: 'note-1',
                  conversation_id: '5003584a-be1f-4754-a0c7-703f48589e03',
                  created_at: '2024-06-03T11:57:48.000Z',
                  zz_text: 'A first note.',
                },
              ],
            },
          },
        },
      },
    },
  }
  components.responses.Conversations.links = {
    ...components.responses.Conversations.links,
    zzNotes: { operationId: 'zzListNotes', parameters: { conversation_id: '$response.body#/0/id' } },
  }
}

/**
 * A second list that is read in other ways than the first: by other names, from page 0, the newest first, in pages of a
 * largest size, filtered by a time; and single answers, of which one is reached by way of the list.
 */
export function addOtherShapes(contract: ContractDocument): void {
  addOperation(contract)
  const { components, paths } = contract
  const { get: notes } = paths[secondPath]
  const evidence = { 'x-evidence': 'assumed' }
  const query = (name: string, schema: object) => ({
    name,
    in: 'query',
    description: 'A parameter.',
    ...evidence,
    schema,
  })
  const [organization, conversation] = notes.parameters
  notes.parameters = [
    organization,
    conversation,
    query('p', { type: 'integer', minimum: 0, default: 0 }),
    query('per_page', { type: 'integer', minimum: 1, maximum: 20, default: 20 }),
    query('order_by', { type: 'string', enum: ['created_at', 'id'], default: 'created_at' }),
    query('order', { type: 'string', enum: ['asc', 'desc'], default: 'desc' }),
    query('created_at', { type: 'string', format: 'date-time' }),
  ]
  Object.assign(notes['x-list'], { page: 'p', limit: 'per_page', sortBy: 'order_by', sortDirection: 'order' })
  components.schemas.ZzAuthor = {
    type: 'object',
    ...evidence,
    required: ['zz_name'],
    properties: { zz_name: { type: 'string', minLength: 1, ...evidence } },
  }
  Object.assign(components.schemas.ZzNote.properties, {
    // Their clauses would be called as others are.
    shape: { allOf: [{ $ref: '#/components/schemas/ZzAuthor' }], ...evidence },
    created_by: { anyOf: [{ $ref: '#/components/schemas/ZzAuthor' }, { type: 'null' }], ...evidence },
    createdBy: { type: 'string', const: 'zz', ...evidence },
  })
  const answer = (schema: string) => ({
    ...notes.responses,
    200: {
      description: 'One.',
      ...evidence,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
    },
  })
  const single = (operationId: string, parameters: object[], schema: string) => ({
    get: { operationId, tags: notes.tags, summary: 'One', ...evidence, parameters, responses: answer(schema) },
  })
  const note = { ...conversation, name: 'zz_note_id', example: 'note-1' }
  paths['/backend/chat/{organization_id}/{conversation_id}'] = single(
    'zzReadConversation',
    [organization, conversation],
    'Conversation',
  )
  paths[`${secondPath}/{zz_note_id}`] = single('zzReadNote', [organization, conversation, note], 'ZzNote')
  components.responses.Conversations.links.zzOne = {
    operationId: 'zzReadConversation',
    parameters: { conversation_id: '$response.body#/0/id' },
  }
  notes.responses[200].links = {
    zzNote: {
      operationId: 'zzReadNote',
      parameters: { conversation_id: '$request.path.conversation_id', zz_note_id: '$response.body#/0/id' },
    },
    // A way back doesn't take the place of the way that leads here.
    zzBack: { operationId: 'zzReadConversation', parameters: { conversation_id: '$response.body#/0/conversation_id' } },
  }
}

/** A query parameter that is named as a field, with a set of its own; in place of the one that may be there some day. */
export function addParameter(contract: ContractDocument): void {
  const operation = listOperation(contract)
  operation.parameters = operation.parameters.filter(({ name }: { name?: string }) => name !== 'status')
  operation.parameters.push({
    name: 'status',
    in: 'query',
    description: 'Only conversations in this state.',
    'x-evidence': 'assumed',
    schema: {
      type: 'string',
      'x-extensible-enum': conversationSchema(contract).properties.status['x-extensible-enum'],
    },
    example: 'OPEN',
  })
}

/** Fields of every kind, all of them optional. */
export function addFields(contract: ContractDocument): void {
  const evidence = { 'x-evidence': 'assumed' }
  contract.components.schemas.ZzTongue = { type: 'string', description: 'A language.', minLength: 2, ...evidence }
  Object.assign(conversationSchema(contract).properties, {
    zz_language: { type: 'string', description: 'The language.', ...evidence },
    zz_tongue: { $ref: '#/components/schemas/ZzTongue', ...evidence },
    zz_score: { type: 'number', minimum: 0, maximum: 1, ...evidence },
    zz_trace: { type: 'string', format: 'uuid', ...evidence },
    zz_code: { type: 'string', pattern: '^[A-Z]{3}-[0-9]+$', examples: ['ABC-12'], ...evidence },
    zz_label: { type: 'string', maxLength: 12, ...evidence },
    zz_level: { type: 'integer', minimum: 1, maximum: 5, ...evidence },
  })
}

/** The directions of a sort, written in small letters. */
export function writeDirectionsSmall({ components }: ContractDocument): void {
  Object.assign(components.schemas.SortDirection, { enum: ['asc', 'desc'], default: 'asc' })
  components.parameters.sortDirection.example = 'asc'
}

/** Another default for the size of a page. */
export const setLimit = (limit: number) => (contract: ContractDocument) => {
  contract.components.schemas.Limit.default = limit
}
