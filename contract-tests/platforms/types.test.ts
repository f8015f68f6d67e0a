import { describe, expect, it } from 'vitest'
import { type OperationFacts, operations, schemas } from '../../generated/facts.ts'
import { openEditor } from './editor.ts'

const operation = operations.listConversations
const { parameters } = operation
const conversation = schemas.Conversation

const paths = [...new Set(Object.values<OperationFacts>(operations).map(({ path }) => path))]

const editor = openEditor()
const { channel, status, handoff_sentiment } = conversation.fields
const { sortBy, sortDirection } = parameters

const program = (lines: string) => `
  import * as chats from 'opencopilot-chat'
  import { createOpenApiHttp } from 'openapi-msw'
  import createQueries from 'openapi-react-query'
  declare const conversation: chats.Conversation
  declare const error: unknown
  const chat = chats.createChatClient({ token: 'any' })
  const path = { organization_id: 'x' }
  ${lines}
  export {}`

describe('an editor suggests', () => {
  it.each<[string, string, readonly string[]]>([
    ['channels', `if (conversation.channel === '|') {}`, channel.known],
    ['states', `if (conversation.status === '|') {}`, status.known],
    ['sentiments', `if (conversation.handoff_sentiment === '|') {}`, handoff_sentiment.known],
    ['fields to sort by', `chat.listConversations('x', { sortBy: '|' })`, sortBy.known],
    ['directions', `chat.conversations('x', { sortDirection: '|' })`, sortDirection.allowed],
    [
      'directions underneath',
      `chat.http.GET('${operation.path}', { params: { path, query: { sortDirection: '|' } } })`,
      sortDirection.allowed,
    ],
    ['paths', `chat.http.GET('|')`, paths],
    ['paths to mock', `createOpenApiHttp<chats.paths>().get('|')`, paths],
    ['paths to query', `createQueries(chat.http).useQuery('get', '|')`, paths],
    ['ways to validate', `chats.createChatClient({ token: 'any', validate: '|' })`, ['throw', 'report', 'off']],
  ])('%s', (_, lines, expected) => {
    expect(editor.suggestions(program(lines)).sort()).toEqual([...expected].sort())
  })

  it('the code of every kind of error', () => {
    const kinds = ['Api', 'Timeout', 'Connection', 'Response', 'Pagination', 'Configuration']
    const codes = kinds.flatMap((kind) =>
      editor.suggestions(program(`declare const given: chats.Chat${kind}Error\n if (given.code === '|') {}`)),
    )
    expect(new Set(codes).size).toBe(kinds.length)
    const all = editor.suggestions(program(`if (error instanceof chats.ChatError && error.code === '|') {}`))
    expect(all.sort()).toEqual(codes.sort())
  })
})

describe('the compiler allows', () => {
  it.each([
    ['values that nobody listed', `conversation.channel = 'pigeon'; chat.listConversations('x', { sortBy: 'mood' })`],
    [
      'answers of the client underneath as conversations',
      `const { data } = await chat.http.GET('${operation.path}', { params: { path } })
       const all: chats.Conversation[] = data ?? []`,
    ],
    [
      'queried conversations as conversations',
      `const { data } = createQueries(chat.http).useQuery('get', '${operation.path}', { params: { path } })
       const all: chats.Conversation[] = data ?? []`,
    ],
    ['fields that nobody listed', `const mood: unknown = conversation.mood`],
    ['comparing in another case', `if (conversation.status.toLowerCase() === 'open') {}`],
    ['telling errors apart by class', `if (error instanceof chats.ChatApiError) { const n: number = error.status }`],
    [
      'mocking with conversations',
      `createOpenApiHttp<chats.paths>().get('${operation.path}', ({ response }) => response(200).json([conversation]))`,
    ],
    [
      'options that are undefined',
      `chats.createChatClient({ token: async () => 'any', baseUrl: undefined, timeout: undefined })`,
    ],
  ])('%s', (_, lines) => {
    expect(editor.problems(program(lines))).toEqual([])
  })
})

describe('the compiler refuses', () => {
  it.each([
    ['a client without a token', `chats.createChatClient({})`],
    ['an option that there is not', `chats.createChatClient({ token: 'any', tiemout: 1 })`],
    ['a direction that there is not', `chat.listConversations('x', { sortDirection: 'UP' })`],
    ['a page of a walk', `chat.conversations('x', { page: 2 })`],
    ['a path that there is not', `chat.http.GET('/conversations')`],
    ['a request without its path parameter', `chat.http.GET('${operation.path}', {})`],
    ['a status that errors do not have', `if (error instanceof chats.ChatError) { const n: number = error.status }`],
    [
      'mocking with something else',
      `createOpenApiHttp<chats.paths>().get('${operation.path}', ({ response }) => response(200).json([{}]))`,
    ],
  ])('%s', (_, lines) => {
    expect(editor.problems(program(lines))).toHaveLength(1)
  })
})
